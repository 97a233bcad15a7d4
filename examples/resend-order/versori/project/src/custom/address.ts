/** "street, city, country", as the ERP writes it. */
export function ship_to(
  line: string,
): { street: string; city: string; country: string } {
  const [street = "", city = "", country = ""] = line
    .split(",")
    .map((part) => part.trim());
  return { street, city, country };
}
