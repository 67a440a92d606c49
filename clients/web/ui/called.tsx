// The speaker who has been called and does not have the floor yet.
import type { JSX } from "preact";
import { countdown } from "../core/clock.ts";
import type { Audience, HallView, PodiumEntry } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { t } from "../i18n/t.ts";
import { ConnectionLost } from "./floor.tsx";
import type { Shown } from "./live.ts";
import { DelegationName, LanguageMark, Mark, ModalityMark, OnBehalf } from "./marks.tsx";

/** What the viewer's audience sees of the call; fields of other audiences are absent from the view itself. */
export function calledIn(view: HallView): { lostAt: string | undefined; entry: CalledEntry } | undefined {
  const { called }: { called?: { request: string; connection_lost_at?: string } } = view;
  const entry: CalledEntry | undefined = called && view.entries[called.request];
  return called && entry && { lostAt: called.connection_lost_at, entry };
}

type CalledEntry = HallView["entries"][string] & Partial<PodiumEntry>;

/** For what the speaker is called. */
export function calledText({ kind }: Pick<CalledEntry, "kind">): string {
  if (kind === "point_of_order" || kind === "statement") {
    return t(kind === "statement" ? "called.statement" : "called.point");
  }
  return t("called.other", { kind: t(`kind.${kind}`) });
}

export function Called({ live }: { live: Shown<Audience> }): JSX.Element | null {
  const view: HallView = live.view.value;
  const called = calledIn(view);
  if (called === undefined) {
    return null;
  }
  const { entry, lostAt } = called;
  const person = personName(live.known.value.directory, entry.participant);
  const time = countdown(entry.left_ms ?? entry.seconds * 1000).text;
  return (
    <div class={`called ${entry.kind}`}>
      <p class="speaking-kind">{calledText(entry)}</p>
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
      {lostAt && <ConnectionLost since={lostAt} zone={live.session.conference.time_zone} />}
    </div>
  );
}
