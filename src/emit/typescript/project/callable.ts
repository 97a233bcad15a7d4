const outcomes = asked.map(([name, inputs]: [string, string[]]) => {
  const call = mappings.get(name);
  const each = call === undefined
    ? []
    : inputs.map((input) => outcome(call, input));
  return [name, each];
});
console.log(`gusset: ${JSON.stringify(outcomes)}`);
