// The order in which the chair puts the amendments to a document.

/** The order with one amendment put before the one above it. */
export function raised(order: readonly string[], amendment: string): readonly string[] {
  const at = order.indexOf(amendment);
  const above = order[at - 1];
  return above === undefined ? order : order.with(at - 1, amendment).with(at, above);
}
