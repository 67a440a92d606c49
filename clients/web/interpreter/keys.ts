// The booth's single keys, as its help lists them.
import type { KeyLine } from "../ui/key-help.tsx";
import { SIGNALS } from "./signals.tsx";

export const KEY_LINES: readonly KeyLine[] = [
  ["M", "booth.take"],
  ["R", "booth.release"],
  ["H", "help.booth.handover"],
  ["Y", "handover.accept"],
  ["N", "handover.decline"],
  ["B", "handover.cancel"],
  ...SIGNALS.map((kind, index) => [String(index + 1), `signal.${kind}`] as const),
];
