// The list of speakers as the podium sees it, in the service's order, tier by tier.
import { Fragment, type JSX } from "preact";
import { useState } from "preact/hooks";
import { countdown, timeOfDay } from "../core/clock.ts";
import type { PodiumEntry, PodiumView } from "../core/contract.ts";
import { waiting, type Placed } from "../core/list.ts";
import { delegationName, personName, titled } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, DelegationNames, LanguageMark, Mark, ModalityMark, OnBehalf, Spoken } from "../ui/marks.tsx";
import { RequestDialog } from "./request-dialog.tsx";

type Row = Placed<PodiumEntry>;

interface MarksProps {
  readonly view: PodiumView;
  readonly entry: PodiumEntry;
  readonly person: string | undefined;
}

/** From where, in which language, who: always there, on one line. */
function Marks({ entry, person }: MarksProps): JSX.Element {
  return (
    <span class="row-marks">
      <ModalityMark modality={entry.modality} />
      <LanguageMark tag={entry.language} />
      {person && <bdi class="row-person">{person}</bdi>}
    </span>
  );
}

/** What only some requests have: for a group, entered by the desk, passed over, time held. */
function Flags({ view, entry }: MarksProps): JSX.Element {
  return (
    <span class="row-flags">
      {entry.on_behalf_of && (
        <Mark>
          <OnBehalf view={view} group={entry.on_behalf_of} />
        </Mark>
      )}
      {entry.rank && entry.rank !== "other" && <Mark tone="point">{t(`rank.${entry.rank}`)}</Mark>}
      {entry.joint?.length ? (
        <Mark>
          {t("list.joint")}{" "}
          <DelegationNames view={view} ids={entry.joint} />
        </Mark>
      ) : null}
      {entry.named?.length ? (
        <Mark>
          {t("list.named")}{" "}
          <DelegationNames view={view} ids={entry.named} />
        </Mark>
      ) : null}
      {entry.carried && <Mark>{t("list.carried")}</Mark>}
      {hasText(view, entry) && <Mark icon="desk">{t("list.text")}</Mark>}
      {entry.source === "desk" && <Mark icon="desk">{t("source.desk")}</Mark>}
      {entry.passed_over && (
        <Mark icon="passed" tone="warn">
          {t(`passed_over.${entry.passed_over}`)}
        </Mark>
      )}
      {entry.left_ms !== undefined && (
        <Mark icon="paused" tone="warn">
          {t("list.held", { time: countdown(entry.left_ms).text })}
        </Mark>
      )}
    </span>
  );
}

/** Whether the delegation has handed in a text for the item. */
function hasText(view: PodiumView, { delegation, item }: PodiumEntry): boolean {
  return Object.values(view.texts).some((text) => text.delegation === delegation && text.item === item);
}

interface RowProps {
  readonly live: Shown<"podium">;
  readonly row: Row;
  readonly open: () => void;
}

function SpeakerRow({ live, row, open }: RowProps): JSX.Element {
  const view = live.view.value;
  const { entry } = row;
  const person = personName(live.known.value.directory, entry.participant);
  const at = timeOfDay(live.now.value + row.wait, live.session.conference.time_zone);
  const frozen = (view.lists[entry.item ?? ""]?.frozen ?? []).includes(row.id);
  return (
    <li class={`row ${entry.state} ${frozen ? "frozen" : ""}`}>
      <span class="row-place digits">{row.place}</span>
      <span class="row-who">
        <span class="row-name">
          <DelegationName view={view} id={entry.delegation} />
        </span>
        <Marks view={view} entry={entry} person={person} />
        <Flags view={view} entry={entry} person={person} />
        {view.room_hint === row.id && (
          <span>
            <Mark icon="room">{t("list.room_hint")}</Mark>
          </span>
        )}
      </span>
      <span class="row-time digits" title={t("list.expected_at")}>
        <span class="unseen">{t("list.expected_at")} </span>~{at}
      </span>
      <button
        type="button"
        class="quiet small"
        aria-label={t("list.more", { name: delegationName(view, entry.delegation, language()).text })}
        onClick={open}
      >
        <Icon name="more" />
      </button>
    </li>
  );
}

export function Speakers({ live, item }: { live: Shown<"podium">; item: string }): JSX.Element {
  const [opened, open] = useState<string>();
  const view = live.view.value;
  const rows = waiting(view, item, live.now.value);
  if (rows.length === 0) {
    return <p class="empty">{t("list.empty")}</p>;
  }
  return (
    <>
      <ol class="rows">
        {rows.map((row, index) => (
          <Fragment key={row.id}>
            {row.entry.tier !== rows[index - 1]?.entry.tier && (
              <li class="tier">
                <Spoken {...titled(view.tiers[row.entry.tier] ?? row.entry.tier, language())} />
              </li>
            )}
            <SpeakerRow live={live} row={row} open={() => open(row.id)} />
          </Fragment>
        ))}
      </ol>
      {opened && <RequestDialog live={live} id={opened} close={() => open(undefined)} />}
    </>
  );
}

/** Those who have been heard on the item, the last first. */
export function Heard({ live, item }: { live: Shown<"podium">; item: string }): JSX.Element | null {
  const view = live.view.value;
  const delivered = view.lists[item]?.delivered ?? [];
  if (delivered.length === 0) {
    return null;
  }
  return (
    <details class="heard">
      <summary>{t("list.heard", { count: delivered.length })}</summary>
      <ol class="heard-rows">
        {delivered.toReversed().map((id) => {
          const entry = view.entries[id];
          return (
            entry && (
              <li key={id}>
                <DelegationName view={view} id={entry.delegation} />
                {entry.state === "taken_as_read" && <Mark>{t("list.as_read")}</Mark>}
                {entry.ended_at && (
                  <span class="digits">{timeOfDay(entry.ended_at, live.session.conference.time_zone)}</span>
                )}
              </li>
            )
          );
        })}
      </ol>
    </details>
  );
}
