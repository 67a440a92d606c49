// The next speakers, in the service's order: for delegates and the hall.
import type { JSX } from "preact";
import type { Audience, HallView } from "../core/contract.ts";
import { waiting } from "../core/list.ts";
import { t } from "../i18n/t.ts";
import type { Shown } from "./live.ts";
import { DelegationName, Mark, ModalityMark, OnBehalf } from "./marks.tsx";

interface Props {
  readonly live: Shown<Audience>;
  readonly most: number;
  /** The viewer's own delegation is marked. */
  readonly own?: string | undefined;
}

export function NextSpeakers({ live, most, own }: Props): JSX.Element {
  const view: HallView = live.view.value;
  const rows = view.item === undefined ? [] : waiting(view, view.item, live.now.value);
  const rest = rows.length - most;
  if (rows.length === 0) {
    return <p class="empty">{t("list.empty")}</p>;
  }
  return (
    <>
      <ol class="next">
        {rows.slice(0, most).map(({ id, place, entry }) => (
          <li key={id} class={entry.delegation === own ? "own" : ""}>
            <span class="row-place digits">{place}</span>
            <span class="next-name">
              <DelegationName view={view} id={entry.delegation} />
              {entry.delegation === own && <span class="own-mark"> {t("next.own")}</span>}
              {entry.on_behalf_of && (
                <small>
                  <OnBehalf view={view} group={entry.on_behalf_of} />
                </small>
              )}
            </span>
            {entry.state === "passed_over" && (
              <Mark icon="passed" tone="warn">
                {t("next.held")}
              </Mark>
            )}
            <ModalityMark modality={entry.modality} />
          </li>
        ))}
      </ol>
      {rest > 0 && <p class="rest">{t("next.more", { count: rest })}</p>}
    </>
  );
}
