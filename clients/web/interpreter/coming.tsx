// The next speakers for the booth: the first three large, the others after them.
import type { JSX } from "preact";
import type { BoothsEntry, BoothsView } from "../core/contract.ts";
import { points, waiting } from "../core/list.ts";
import { personName } from "../core/names.ts";
import { t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, Mark, ModalityMark, OnBehalf } from "../ui/marks.tsx";
import { SpokenLanguage } from "./speaker.tsx";

type Live = Shown<"booths">;

const LARGE = 3;

function Coming({ live, entry, place }: { live: Live; entry: BoothsEntry; place: number | undefined }): JSX.Element {
  const view: BoothsView = live.view.value;
  const person = personName(live.known.value.directory, entry.participant);
  return (
    <li class={`${place !== undefined && place > LARGE ? "later" : "soon"} ${entry.kind}`}>
      <span class="row-place digits">{place ?? <Icon name="point" />}</span>
      <span class="coming-who">
        <span class="booth-next-name">
          <DelegationName view={view} id={entry.delegation} />
        </span>
        <span class="coming-details">
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
      </span>
    </li>
  );
}

export function ComingSpeakers({ live }: { live: Live }): JSX.Element {
  const view = live.view.value;
  const rows = view.item === undefined ? [] : waiting(view, view.item, live.now.value);
  const raised = points(view);
  return (
    <section class="booth-coming" aria-labelledby="coming-title" tabIndex={0}>
      <h2 id="coming-title">{t("booth.coming")}</h2>
      {rows.length + raised.length === 0 && <p class="empty">{t("list.empty")}</p>}
      <ol class="coming">
        {raised.map(({ id, entry }) => (
          <Coming key={id} live={live} entry={entry} place={undefined} />
        ))}
        {rows.map(({ id, entry, place }) => (
          <Coming key={id} live={live} entry={entry} place={place} />
        ))}
      </ol>
    </section>
  );
}
