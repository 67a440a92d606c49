// The list of the item under consideration, or of another that the podium looks at: its state and what changes it.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Command, ListState } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Confirm } from "../ui/dialog.tsx";
import { isLive, may, type Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { Send } from "../ui/press.tsx";
import { Beside } from "./beside.tsx";
import { ForecastSection } from "./forecast.tsx";
import { ListFacts, ListSettings } from "./list-settings.tsx";
import { Heard, Speakers } from "./speakers.tsx";

type ListCommand = "OpenList" | "AnnounceList" | "CloseList" | "ReopenList";

const FROM: Readonly<Record<ListState, readonly ListCommand[]>> = {
  not_open: ["OpenList"],
  open: ["AnnounceList", "CloseList"],
  announced: ["CloseList"],
  closed: ["ReopenList"],
};
const TONE = { not_open: "plain", open: "ok", announced: "warn", closed: "plain" } as const;

function ListActions({ live, item, state }: { live: Shown<"podium">; item: string; state: ListState }): JSX.Element {
  const [asking, ask] = useState<"CloseList" | "ReopenList">();
  const number = live.view.value.agenda[item]?.number ?? item;
  const ready = isLive(live) && live.view.value.vote === undefined;
  const press = (name: ListCommand): void => {
    if (ready) {
      name === "CloseList" || name === "ReopenList" ? ask(name) : void live.act({ command: name, item });
    }
  };
  const confirmed = (): Command =>
    asking === "ReopenList" ? { command: "ReopenList", item, decided: true } : { command: "CloseList", item };
  return (
    <span class="list-actions">
      {FROM[state].filter((name) => may(live, name)).map((name) => (
        <button
          key={name}
          type="button"
          class="small"
          aria-disabled={!ready}
          {...(name === "CloseList" ? { "aria-keyshortcuts": "C" } : {})}
          onClick={() => press(name)}
        >
          {t(`list.act.${name}`)}
          {name === "CloseList" && <kbd aria-hidden="true">C</kbd>}
        </button>
      ))}
      <ListSettings live={live} item={item} />
      {asking && (
        <Confirm
          title={t(asking === "CloseList" ? "list.close.title" : "list.reopen.title", { item: number })}
          says={t(asking === "CloseList" ? "list.close.says" : "list.reopen.says")}
          yes={t(asking === "CloseList" ? "list.close.yes" : "list.reopen.yes")}
          act={() => void live.act(confirmed())}
          close={() => ask(undefined)}
        />
      )}
    </span>
  );
}

/** The rights of reply that wait, and what begins them before they are due by themselves. */
function Replies({ live, item }: { live: Shown<"podium">; item: string }): JSX.Element | null {
  const { replies = [], replies_begun: begun } = live.view.value.lists[item] ?? {};
  if (replies.length === 0) {
    return null;
  }
  return (
    <>
      <Beside live={live} item={item} kind="replies" />
      {!begun && (
        <p class="beside-act">
          <Send live={live} command={{ command: "BeginReplies", item }}>
            {t("reply.begin")}
          </Send>
        </p>
      )}
    </>
  );
}

export function ListPanel({ live, item }: { live: Shown<"podium">; item: string | undefined }): JSX.Element {
  const list = item === undefined ? undefined : live.view.value.lists[item];
  if (item === undefined || list === undefined) {
    return (
      <section class="panel list-panel" aria-labelledby="list-title">
        <h2 id="list-title">{t("list.title")}</h2>
        <p class="empty">{t("list.no_item")}</p>
      </section>
    );
  }
  return (
    <section class="panel list-panel" aria-labelledby="list-title">
      <header class="panel-head">
        <h2 id="list-title">{t("list.title")}</h2>
        <Mark tone={TONE[list.state]}>{t(`list.state.${list.state}`)}</Mark>
        <ListFacts live={live} item={item} />
        {live.view.value.meeting.phase !== "adjourned" && (
          <ListActions live={live} item={item} state={list.state} />
        )}
      </header>
      <ForecastSection live={live} item={item} />
      <div class="list-scroll" tabIndex={0} role="group" aria-labelledby="list-title">
        <Beside live={live} item={item} kind="explanations" />
        <Speakers live={live} item={item} />
        <Replies live={live} item={item} />
        <Heard live={live} item={item} />
      </div>
    </section>
  );
}
