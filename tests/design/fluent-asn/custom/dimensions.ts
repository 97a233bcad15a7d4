/** "48 x 40 x 52.5": the three lengths of a container, as the warehouse wrote them. */
export function format_dimensions(
  container: { length: string; width: string; height: string },
): string {
  return [container.length, container.width, container.height]
    .map((side) => side.replace(/\.0+$/, ""))
    .join(" x ");
}
