// What waits beside the list: rights of reply, explanations of vote, questions to a panel, rebuttals.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import { minutes } from "../core/clock.ts";
import type { PodiumEntry } from "../core/contract.ts";
import { beside, type Beside as Kind } from "../core/list.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import { Icon } from "../ui/icons.tsx";
import type { Shown } from "../ui/live.ts";
import { DelegationName, LanguageMark, Mark, ModalityMark } from "../ui/marks.tsx";
import { RequestDialog } from "./request-dialog.tsx";

interface Props {
  readonly live: Shown<"podium">;
  readonly item: string;
  readonly kind: Kind;
}

interface RowProps {
  readonly live: Shown<"podium">;
  readonly entry: PodiumEntry;
  readonly open: () => void;
}

function Row({ live, entry, open }: RowProps): JSX.Element {
  const view = live.view.value;
  const name = delegationName(view, entry.delegation, language()).text;
  const answered = entry.answers === undefined ? undefined : view.entries[entry.answers]?.delegation;
  return (
    <li>
      <span class="grow">
        <b>
          <DelegationName view={view} id={entry.delegation} />
        </b>
        <small>
          {entry.ordinal !== undefined && <span>{t("reply.ordinal", { ordinal: entry.ordinal })} · </span>}
          {answered !== undefined && (
            <span>
              {t("reply.to")} <DelegationName view={view} id={answered} /> ·{" "}
            </span>
          )}
          {entry.proposal !== undefined && <bdi>{view.proposals[entry.proposal]?.symbol} · </bdi>}
          <span class="digits">{minutes(entry.seconds)}</span>
        </small>
      </span>
      <ModalityMark modality={entry.modality} />
      <LanguageMark tag={entry.language} />
      {entry.passed_over && <Mark tone="warn">{t(`passed_over.${entry.passed_over}`)}</Mark>}
      <button type="button" class="quiet small" aria-label={t("list.more", { name })} onClick={open}>
        <Icon name="more" />
      </button>
    </li>
  );
}

export function Beside({ live, item, kind }: Props): JSX.Element | null {
  const [opened, open] = useState<string>();
  const waiting = beside(live.view.value, item, kind);
  if (waiting.length === 0) {
    return null;
  }
  return (
    <div class="beside">
      <h3>{t(`beside.${kind}`, { count: waiting.length })}</h3>
      <ol class="rows">
        {waiting.map(({ id, entry }) => (
          <Row key={id} live={live} entry={entry} open={() => open(id)} />
        ))}
      </ol>
      {opened && <RequestDialog live={live} id={opened} close={() => open(undefined)} />}
    </div>
  );
}
