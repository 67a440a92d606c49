// JSON Merge Patch (RFC 7396). Nothing is changed in place: what a patch leaves alone keeps its identity,
// so that a console draws again only what has changed.

type Json = Readonly<Record<string, unknown>>;

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** The target with the patch applied; the target itself where the patch changes nothing. */
export function merge(target: unknown, patch: unknown): unknown {
  if (!isObject(patch)) {
    return patch;
  }
  const before: Json = isObject(target) ? target : {};
  const after: Record<string, unknown> = { ...before };
  let changed = before !== target;
  for (const [key, value] of Object.entries(patch)) {
    changed = apply(after, key, value) || changed;
  }
  return changed ? after : target;
}

function apply(after: Record<string, unknown>, key: string, value: unknown): boolean {
  const known = Object.hasOwn(after, key);
  if (value === null) {
    return known && delete after[key];
  }
  const merged = merge(known ? after[key] : undefined, value);
  if (known && merged === after[key]) {
    return false;
  }
  Object.defineProperty(after, key, { value: merged, writable: true, enumerable: true, configurable: true });
  return true;
}
