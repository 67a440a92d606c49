// The desk's strip: every delegation with who sits where and who is connected.
import type { JSX } from "preact";
import { useMemo, useState } from "preact/hooks";
import type { Directory, PodiumView } from "../core/contract.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Spoken } from "../ui/marks.tsx";
import { DelegationDialog } from "./delegation-dialog.tsx";

interface DeskRow {
  readonly id: string;
  readonly code: string;
  readonly name: { text: string; lang: string };
  readonly present: boolean;
  readonly connected: number;
}

type Filter = "all" | "present" | "connected";

const FILTERS: readonly Filter[] = ["all", "present", "connected"];

function connectedBy(directory: Directory): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const person of Object.values(directory)) {
    if (person.connected && person.delegation !== undefined) {
      counts.set(person.delegation, (counts.get(person.delegation) ?? 0) + 1);
    }
  }
  return counts;
}

function rowsOf(view: PodiumView, directory: Directory): DeskRow[] {
  const counts = connectedBy(directory);
  return Object.entries(view.delegations).map(([id, shown]) => ({
    id,
    code: shown.code,
    name: delegationName(view, id, language()),
    present: view.present[id] ?? false,
    connected: counts.get(id) ?? 0,
  }));
}

function matches(row: DeskRow, sought: string, filter: Filter): boolean {
  const kept = filter === "all" || (filter === "present" ? row.present : row.connected > 0);
  const text = `${row.code} ${row.name.text}`.toLocaleLowerCase();
  return kept && text.includes(sought.trim().toLocaleLowerCase());
}

function DelegationRow({ row, open }: { row: DeskRow; open: () => void }): JSX.Element {
  return (
    <li>
      <button type="button" class="desk-row" onClick={open}>
        <span class="desk-code">{row.code}</span>
        <span class="desk-name">
          <Spoken {...row.name} />
        </span>
        <span class={`desk-state ${row.present ? "ok" : ""}`}>
          {t(row.present ? "desk.present" : "desk.away")}
          {row.connected > 0 && ` · ${t("desk.connected", { count: row.connected })}`}
        </span>
      </button>
    </li>
  );
}

export function Desk({ live }: { live: Shown<"podium"> }): JSX.Element {
  const [sought, seek] = useState("");
  const [filter, setFilter] = useState<Filter>("all");
  const [opened, open] = useState<string>();
  const view = live.view.value;
  const { directory } = live.known.value;
  const rows = useMemo(
    () => rowsOf(view, directory),
    [view.delegations, view.present, directory],
  );
  const found = rows.filter((row) => matches(row, sought, filter));
  return (
    <section class="panel desk" aria-labelledby="desk-title">
      <h2 id="desk-title">{t("desk.title")}</h2>
      <div class="desk-search">
        <input
          type="search"
          value={sought}
          placeholder={t("desk.search")}
          aria-label={t("desk.search")}
          onInput={(event) => seek(event.currentTarget.value)}
        />
        <select
          value={filter}
          aria-label={t("desk.filter")}
          onChange={(event) => setFilter(event.currentTarget.value as Filter)}
        >
          {FILTERS.map((each) => (
            <option key={each} value={each}>
              {t(`desk.filter.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <ul class="desk-rows" aria-label={t("desk.title")}>
        {found.map((row) => (
          <DelegationRow key={row.id} row={row} open={() => open(row.id)} />
        ))}
      </ul>
      {found.length === 0 && <p class="empty">{t("desk.none")}</p>}
      {opened && <DelegationDialog live={live} id={opened} close={() => open(undefined)} />}
    </section>
  );
}
