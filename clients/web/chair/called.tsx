// The speaker who has been called and does not have the floor yet.
import type { JSX } from "preact";
import { countdown } from "../core/clock.ts";
import { personName } from "../core/names.ts";
import { t } from "../i18n/t.ts";
import { ConnectionLost } from "../ui/floor.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, LanguageMark, Mark, ModalityMark, OnBehalf } from "../ui/marks.tsx";

export function Called({ live }: { live: Shown<"podium"> }): JSX.Element | null {
  const view = live.view.value;
  const { called } = view;
  const entry = called && view.entries[called.request];
  if (called === undefined || entry === undefined) {
    return null;
  }
  const person = personName(live.known.value.directory, entry.participant);
  const time = countdown(entry.left_ms ?? entry.seconds * 1000).text;
  return (
    <div class={`called ${entry.kind}`}>
      <p class="speaking-kind">{t(entry.kind === "point_of_order" ? "called.point" : "called.statement")}</p>
      <p class="speaking-name">
        <DelegationName view={view} id={entry.delegation} />
      </p>
      {person && <bdi class="row-person">{person}</bdi>}
      <p class="speaking-marks">
        <ModalityMark modality={entry.modality} />
        <LanguageMark tag={entry.language} />
        {entry.on_behalf_of && (
          <Mark>
            <OnBehalf view={view} group={entry.on_behalf_of} />
          </Mark>
        )}
        <Mark icon="over">
          {t(entry.left_ms === undefined ? "called.time" : "called.time_held", { time })}
        </Mark>
      </p>
      {called.connection_lost_at && (
        <ConnectionLost since={called.connection_lost_at} zone={live.session.conference.time_zone} />
      )}
    </div>
  );
}
