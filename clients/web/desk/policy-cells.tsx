// The cells of a policy's lines: a choice, a number, and a way to remove the line.
import type { JSX } from "preact";
import type { Choice } from "./choices.ts";

interface CellProps {
  readonly label: string;
  readonly value: string;
  readonly choices: readonly Choice[];
  readonly none?: string;
  readonly change: (value: string) => void;
}

export function ChoiceCell({ label, value, choices, none, change }: CellProps): JSX.Element {
  return (
    <td>
      <select value={value} aria-label={label} onChange={(event) => change(event.currentTarget.value)}>
        {none !== undefined && <option value="">{none}</option>}
        {choices.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </td>
  );
}

export function NumberCell(props: { label: string; value: number; most: number; change: (value: number) => void }): JSX.Element {
  return (
    <td>
      <input
        type="number"
        class="digits"
        min={0}
        max={props.most}
        required
        value={props.value}
        aria-label={props.label}
        onInput={(event) => props.change(event.currentTarget.valueAsNumber || 0)}
      />
    </td>
  );
}

export function RemoveCell({ label, remove }: { label: string; remove: () => void }): JSX.Element {
  return (
    <td>
      <button type="button" class="small quiet" aria-label={label} onClick={remove}>
        ✕
      </button>
    </td>
  );
}
