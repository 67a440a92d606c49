// The agenda: which item is under consideration, and what takes one up or closes it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { ItemShown } from "../core/contract.ts";
import { named } from "../core/names.ts";
import { putNow } from "../core/question.ts";
import { language, t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Spoken } from "../ui/marks.tsx";

interface ItemProps {
  readonly live: Shown<"podium">;
  readonly id: string;
  readonly item: ItemShown;
  readonly close: () => void;
}

function ItemActions({ live, id, item, close }: ItemProps): JSX.Element | null {
  const view = live.view.value;
  const inSession = view.meeting.phase === "in_session";
  const ready = isLive(live) && inSession && putNow(view) === undefined;
  if (item.state === "pending" && view.item === undefined && inSession && may(live, "TakeUpItem")) {
    return (
      <button
        type="button"
        class="small"
        aria-disabled={!ready}
        onClick={() => ready && void live.act({ command: "TakeUpItem", item: id })}
      >
        {t("agenda.take_up")}
      </button>
    );
  }
  if (item.state === "taken_up" && view.meeting.phase !== "adjourned" && may(live, "CloseItem")) {
    return (
      <button type="button" class="small" aria-disabled={!ready} onClick={() => ready && close()}>
        {t("agenda.close")}
      </button>
    );
  }
  return null;
}

function Item(props: ItemProps): JSX.Element {
  const { item } = props;
  const title = named(item.titles, language());
  return (
    <li class={`agenda-item ${item.state}`} {...(item.state === "taken_up" ? { "aria-current": "true" } : {})}>
      <span class="agenda-number digits">{item.number}</span>
      <span class="agenda-title" title={title.text} lang={title.lang}>
        <Spoken {...title} />
      </span>
      <span class="agenda-state">{t(`agenda.state.${item.state}`)}</span>
      <ItemActions {...props} />
    </li>
  );
}

export function Agenda({ live }: { live: Shown<"podium"> }): JSX.Element {
  const [closing, ask] = useState<string>();
  const view = live.view.value;
  const list = closing === undefined ? undefined : view.lists[closing];
  const waiting = (list?.order.length ?? 0) + (list?.replies?.length ?? 0);
  return (
    <section class="panel" aria-labelledby="agenda-title">
      <h2 id="agenda-title">{t("agenda.title")}</h2>
      <ol class="agenda">
        {Object.entries(view.agenda).map(([id, item]) => (
          <Item key={id} live={live} id={id} item={item} close={() => ask(id)} />
        ))}
      </ol>
      {closing && (
        <Confirm
          title={t("agenda.close.title", { item: view.agenda[closing]?.number ?? closing })}
          says={waiting > 0 ? t("agenda.close.waiting", { count: waiting }) : t("agenda.close.says")}
          yes={t("agenda.close.yes")}
          act={() => void live.act({ command: "CloseItem", item: closing, confirmed: waiting > 0 })}
          close={() => ask(undefined)}
        />
      )}
    </section>
  );
}
