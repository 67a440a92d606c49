// Who speaks, as the booth needs it: name, delegation, for whom, from where, in which language, time left.
import type { JSX } from "preact";
import type { BoothsFrame, BoothsView } from "../core/contract.ts";
import { personName } from "../core/names.ts";
import { languageName, t } from "../i18n/t.ts";
import { calledText } from "../ui/called.tsx";
import { ConnectionLost, InterruptedFrames, isTimed, kindText, SpeakingClock, TimeMeter } from "../ui/floor.tsx";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, HolderName, ModalityMark, OnBehalf } from "../ui/marks.tsx";
import { Sound } from "./sound.tsx";
import { StatementText } from "./text.tsx";

type Live = Shown<"booths">;

export function SpokenLanguage({ tag }: { tag: string | undefined }): JSX.Element {
  return (
    <span class={tag === undefined ? "spoken unsaid" : "spoken"}>
      <Icon name="language" />
      <span>{tag === undefined ? t("booth.language_unsaid") : languageName(tag)}</span>
    </span>
  );
}

function Capacity({ view, frame }: { view: BoothsView; frame: BoothsFrame }): JSX.Element {
  if (frame.holder !== "delegation") {
    return <span>{t(`holder.${frame.holder}`)}</span>;
  }
  return frame.on_behalf_of === undefined ? (
    <span>{t("capacity.national")}</span>
  ) : (
    <OnBehalf view={view} group={frame.on_behalf_of} />
  );
}

export function OnTheFloor({ live, frame }: { live: Live; frame: BoothsFrame }): JSX.Element {
  const view = live.view.value;
  const person = personName(live.known.value.directory, frame.participant);
  return (
    <section class={`booth-speaker ${frame.kind}`} aria-labelledby="floor-title">
      <h2 id="floor-title">
        {frame.kind === "point_of_order" && <Icon name="point" />}
        {kindText(frame)}
      </h2>
      <p class="booth-name">
        <HolderName view={view} frame={frame} />
      </p>
      {person && (
        <p class="booth-person">
          <bdi>{person}</bdi>
        </p>
      )}
      <p class="booth-capacity">
        <Capacity view={view} frame={frame} />
      </p>
      <p class="booth-facts">
        <SpokenLanguage tag={frame.language} />
        <ModalityMark modality={frame.modality} />
        {frame.delegation !== undefined && frame.kind === "statement" && (
          <StatementText live={live} delegation={frame.delegation} item={view.item} request={frame.request} />
        )}
      </p>
      {frame.connection_lost_at && (
        <ConnectionLost since={frame.connection_lost_at} zone={live.session.conference.time_zone} />
      )}
      {isTimed(frame) && <SpeakingClock frame={frame} now={live.now.value} />}
      <TimeMeter frame={frame} now={live.now.value} />
      <InterruptedFrames view={view} now={live.now.value} />
    </section>
  );
}

/** Called, and about to speak: the booth sees it before the voice comes. */
export function AboutToSpeak({ live }: { live: Live }): JSX.Element | null {
  const view = live.view.value;
  const { called } = view;
  const entry = called && view.entries[called.request];
  if (called === undefined || entry === undefined) {
    return null;
  }
  const person = personName(live.known.value.directory, entry.participant);
  return (
    <section class="booth-called" aria-labelledby="called-title">
      <h2 id="called-title">{calledText(entry)}</h2>
      <p class="booth-next-name">
        <DelegationName view={view} id={entry.delegation} />
      </p>
      {person && (
        <p class="booth-person">
          <bdi>{person}</bdi>
        </p>
      )}
      <p class="booth-capacity">
        {entry.on_behalf_of === undefined ? (
          t("capacity.national")
        ) : (
          <OnBehalf view={view} group={entry.on_behalf_of} />
        )}
      </p>
      <p class="booth-facts">
        <SpokenLanguage tag={entry.language} />
        <ModalityMark modality={entry.modality} />
        {entry.kind === "statement" && (
          <StatementText live={live} delegation={entry.delegation} item={entry.item} request={called.request} />
        )}
        <Sound live={live} entry={entry} />
      </p>
      {called.connection_lost_at && (
        <ConnectionLost since={called.connection_lost_at} zone={live.session.conference.time_zone} />
      )}
    </section>
  );
}
