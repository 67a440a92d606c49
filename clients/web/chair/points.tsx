// Points of order that wait stand above everything else on the podium's console.
import type { JSX } from "preact";
import { timeOfDay } from "../core/clock.ts";
import { points } from "../core/list.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, ModalityMark } from "../ui/marks.tsx";

export function Points({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const waiting = points(view);
  if (waiting.length === 0) {
    return null;
  }
  return (
    <section class="points" aria-labelledby="points-title">
      <h2 id="points-title">
        <Icon name="point" /> {t("points.title", { count: waiting.length })}
      </h2>
      <ol>
        {waiting.map(({ id, entry }) => (
          <li key={id}>
            <b>
              <DelegationName view={view} id={entry.delegation} />
            </b>
            <ModalityMark modality={entry.modality} />
            <span class="digits">{timeOfDay(entry.accepted_at, live.session.conference.time_zone, true)}</span>
          </li>
        ))}
      </ol>
    </section>
  );
}
