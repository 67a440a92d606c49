// The next speakers for the booth, of whatever kind, in the service's order: the first three large, the others after.
import type { JSX } from "preact";
import type { BoothsEntry, BoothsView } from "../core/contract.ts";
import { waiting } from "../core/list.ts";
import { personName, titled } from "../core/names.ts";
import { nextUp } from "../core/next.ts";
import { language, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, Mark, ModalityMark, OnBehalf, Spoken } from "../ui/marks.tsx";
import { SpokenLanguage } from "./speaker.tsx";
import { Sound } from "./sound.tsx";
import { StatementText } from "./text.tsx";

type Live = Shown<"booths">;

const LARGE = 3;

interface Turn {
  readonly id: string;
  readonly entry: BoothsEntry;
}

/** Those whom the service names as next, then the rest of the list. */
function coming(view: BoothsView, now: number): readonly Turn[] {
  const listed = view.item === undefined ? [] : waiting(view, view.item, now).map(({ id }) => id);
  return [...new Set([...view.next, ...listed])].flatMap((id) => {
    const entry = view.entries[id];
    return entry === undefined ? [] : [{ id, entry }];
  });
}

function Coming({ live, id, entry, place }: Turn & { live: Live; place: number }): JSX.Element {
  const view: BoothsView = live.view.value;
  const person = personName(live.known.value.directory, entry.participant);
  return (
    <li class={`${place > LARGE ? "later" : "soon"} ${entry.kind}`}>
      <span class="row-place digits">{entry.kind === "point_of_order" ? <Icon name="point" /> : place}</span>
      <span class="coming-who">
        <span class="booth-next-name">
          <DelegationName view={view} id={entry.delegation} />
        </span>
        <span class="coming-details">
          {entry.kind !== "statement" && <span>{t(`kind.${entry.kind}`)}</span>}
          {person && <bdi>{person}</bdi>}
          <OnBehalf view={view} group={entry.on_behalf_of} />
          {entry.state === "passed_over" && (
            <Mark icon="passed" tone="warn">
              {t("next.held")}
            </Mark>
          )}
        </span>
      </span>
      <span class="coming-facts">
        <SpokenLanguage tag={entry.language} />
        <ModalityMark modality={entry.modality} />
        {entry.kind === "statement" && (
          <StatementText live={live} delegation={entry.delegation} item={entry.item} request={id} />
        )}
        {place <= LARGE && <Sound live={live} entry={entry} />}
      </span>
    </li>
  );
}

/** Who presents or answers next, of an open panel: a panellist has no place on the list. */
function OfPanel({ live }: { live: Live }): JSX.Element | null {
  const view: BoothsView = live.view.value;
  const next = nextUp(view);
  if (next?.kind !== "presentation" && next?.kind !== "answer") {
    return null;
  }
  return (
    <p class="coming-panel">
      <span>{t(`kind.${next.kind}`)}</span>{" "}
      <span class="booth-next-name">
        {next.delegation === undefined ? (
          <Spoken {...titled(next.title ?? "", language())} />
        ) : (
          <DelegationName view={view} id={next.delegation} />
        )}
      </span>
    </p>
  );
}

export function ComingSpeakers({ live }: { live: Live }): JSX.Element {
  const view = live.view.value;
  const turns = coming(view, live.now.value);
  return (
    <section class="booth-coming" aria-labelledby="coming-title" tabIndex={0}>
      <h2 id="coming-title">{t("booth.coming")}</h2>
      <OfPanel live={live} />
      {turns.length === 0 && <p class="empty">{t("list.empty")}</p>}
      <ol class="coming">
        {turns.map(({ id, entry }, index) => (
          <Coming key={id} live={live} id={id} entry={entry} place={index + 1} />
        ))}
      </ol>
    </section>
  );
}
