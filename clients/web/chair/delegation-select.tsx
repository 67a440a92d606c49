// Choosing a delegation for which the desk acts.
import type { JSX } from "preact";
import type { Category } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";

interface Props {
  readonly live: Shown<"podium">;
  readonly label: string;
  readonly value: string;
  readonly choose: (delegation: string) => void;
  /** Only delegations of these categories; all where none is named. */
  readonly categories?: readonly Category[];
  /** Only these delegations. */
  readonly among?: readonly string[];
}

export function DelegationSelect({ live, label, value, choose, categories, among }: Props): JSX.Element {
  const view = live.view.value;
  const offered = (among ?? Object.keys(view.delegations)).filter((id) => {
    const category = view.delegations[id]?.category;
    return categories === undefined || (category !== undefined && categories.includes(category));
  });
  return (
    <label class="field">
      <span>{label}</span>
      <select value={value} onChange={(event) => choose(event.currentTarget.value)}>
        <option value="">{t("field.choose")}</option>
        {offered.map((id) => (
          <option key={id} value={id}>
            {delegationName(view, id, language()).text}
          </option>
        ))}
      </select>
    </label>
  );
}
