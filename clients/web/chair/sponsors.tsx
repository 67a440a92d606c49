// Who sponsors a document or an amendment: delegations, one after another.
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { DelegationName } from "../ui/marks.tsx";
import { DelegationSelect } from "./delegation-select.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly value: readonly string[];
  readonly choose: (sponsors: readonly string[]) => void;
}

export function Sponsors({ live, value, choose }: Props): JSX.Element {
  const view = live.view.value;
  const others = Object.keys(view.delegations).filter((id) => !value.includes(id));
  return (
    <div class="sponsors">
      <DelegationSelect
        live={live}
        label={t("proposal.sponsors")}
        value=""
        choose={(id) => id !== "" && choose([...value, id])}
        among={others}
      />
      {value.length > 0 && (
        <ul class="chosen">
          {value.map((id) => (
            <li key={id}>
              <DelegationName view={view} id={id} />
              <button
                type="button"
                class="quiet small"
                aria-label={t("proposal.sponsor.remove", { code: view.delegations[id]?.code ?? id })}
                onClick={() => choose(value.filter((each) => each !== id))}
              >
                ×
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}
