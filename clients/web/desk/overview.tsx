// How far the conference is, and what waits for the officer.
import type { JSX } from "preact";
import { language, t } from "../i18n/t.ts";
import { CATEGORIES } from "./choices.ts";
import { dayOf, nameOf, useAnswer, type Desk } from "./desk.ts";
import { useNow } from "./deadline.tsx";
import { Download } from "./download.tsx";
import { Spoken } from "../ui/marks.tsx";
import { Loading, Panel, Table } from "./parts.tsx";
import { Bars, BarsTable, Legend, Timeline, type Bar, type Day } from "./plots.tsx";
import { to } from "./route.ts";
import type { Figures, Line, Waiting } from "../core/accreditation.ts";

const DAY_MS = 86_400_000;
/** A timeline is no longer than this: what came before is counted on its first day. */
const MOST_DAYS = 60;

function Totals({ figures, desk }: { figures: Figures; desk: Desk }): JSX.Element {
  const { nominated, registered, approved } = figures.total.total;
  const named = figures.delegations.filter((each) => each.total.nominated > 0).length;
  const tiles = [
    { key: "delegations", value: desk.delegations.value.size, of: t("overview.with_note", { count: named }) },
    { key: "nominated", value: nominated, of: "" },
    { key: "registered", value: registered, of: "" },
    { key: "approved", value: approved, of: registered === 0 ? "" : `${Math.round((approved / registered) * 100)}%` },
  ] as const;
  return (
    <dl class="tiles-of-figures">
      {tiles.map(({ key, value, of }) => (
        <div key={key}>
          <dt>{t(`figures.${key}`)}</dt>
          <dd>
            <b class="digits">{value}</b> {of && <span>{of}</span>}
          </dd>
        </div>
      ))}
    </dl>
  );
}

interface Need {
  /** Whose: where it is one delegation's. */
  readonly of?: string;
  readonly id: "doubtful" | "differs" | "none" | "clean" | "misfits" | "gone" | "unregistered" | "unsent" | "unsettled";
  readonly count: number;
  readonly href: string;
  readonly tone: "alert" | "warn" | "plain";
}

function needsOf({ match, misfits, unsettled, unsent, gone, clean, unregistered }: Waiting): readonly Need[] {
  const matches = (["none", "doubtful", "differs"] as const).map(
    (id): Need => ({ id, count: match[id] ?? 0, href: to("registrations", id), tone: "warn" }),
  );
  const all: readonly Need[] = [
    { id: "misfits", count: misfits, href: to("limits"), tone: "alert" },
    ...Object.entries(unsettled).map(
      ([of, count]): Need => ({ id: "unsettled", of, count, href: to("delegations", of), tone: "alert" }),
    ),
    { id: "unsent", count: unsent, href: to("mail"), tone: "alert" },
    ...matches,
    { id: "gone", count: gone, href: to("registrations", "gone"), tone: "warn" },
    { id: "clean", count: clean, href: to("registrations", "matched"), tone: "plain" },
    { id: "unregistered", count: unregistered, href: to("registrations", "unregistered"), tone: "plain" },
  ];
  return all.filter(({ count }) => count > 0);
}

function Needs({ desk, waiting }: { desk: Desk; waiting: Waiting | undefined }): JSX.Element {
  const links = desk.session.service.simulated ? undefined : waiting?.links;
  const needs = waiting === undefined ? [] : needsOf(waiting);
  return (
    <Panel title={t("overview.needs")} class="needs">
      {waiting === undefined && <Loading />}
      {waiting !== undefined && needs.length === 0 && <p class="empty">{t("overview.needs.nothing")}</p>}
      {links !== undefined && <p class="problem">{t("overview.links", { links })}</p>}
      <ul>
        {needs.map(({ id, of, count, href, tone }) => (
          <li key={`${id} ${of ?? ""}`}>
            <a href={href}>
              <b class={`need-count digits ${tone}`}>{count}</b>
              <span>
                {of !== undefined && (
                  <>
                    <Spoken {...nameOf(desk, of)} />:{" "}
                  </>
                )}
                {t(`overview.needs.${id}`)}
              </span>
            </a>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function daysOf(desk: Desk, waiting: Waiting, now: number): { days: readonly Day[]; deadline: string | undefined } {
  const zone = desk.session.conference.time_zone;
  const format = new Intl.DateTimeFormat("sv-SE", { timeZone: zone, dateStyle: "short" });
  const at = desk.calendar.value?.registration_closes_at;
  const deadline = at === undefined ? undefined : format.format(Date.parse(at) - 1);
  const counts = new Map(Object.entries(waiting.submitted));
  const known = [...counts.keys()].sort();
  const today = format.format(now);
  const last = [deadline ?? today, known.at(-1) ?? ""].sort().at(-1) ?? today;
  const begin = Math.max(Date.parse(known[0] ?? today), Date.parse(last) - (MOST_DAYS - 1) * DAY_MS);
  const length = Math.max(Math.round((Date.parse(last) - begin) / DAY_MS) + 1, 1);
  const days = Array.from({ length }, (_, index) => {
    const day = new Date(begin + index * DAY_MS).toISOString().slice(0, 10);
    return { day, count: counts.get(day) ?? 0 };
  });
  return { days, deadline };
}

function When({ desk, waiting }: { desk: Desk; waiting: Waiting }): JSX.Element {
  const now = useNow(desk);
  const { days, deadline } = daysOf(desk, waiting, now);
  return (
    <Panel title={t("figures.timeline.title")}>
      {Object.keys(waiting.submitted).length === 0 ? (
        <p class="empty">{t("figures.timeline.nothing")}</p>
      ) : (
        <>
          <Timeline days={days} deadline={deadline} shown={dayOf} />
          <details class="as-table">
            <summary>{t("figures.as_table")}</summary>
            <Table label={t("figures.timeline.title")} head={[t("figures.day"), { number: t("figures.registered") }]}>
              {days
                .filter(({ count }) => count > 0)
                .map(({ day, count }) => (
                  <tr key={day}>
                    <th scope="row">{dayOf(day)}</th>
                    <td class="number">{count}</td>
                  </tr>
                ))}
            </Table>
          </details>
        </>
      )}
    </Panel>
  );
}

function partsOf({ by_modality, by_role }: Line): readonly Bar[] {
  const none = { nominated: 0, registered: 0, approved: 0 };
  return [
    { id: "in_person", text: t("modality.in_person"), counts: by_modality["in_person"] ?? none },
    { id: "online", text: t("modality.online"), counts: by_modality["online"] ?? none },
    { id: "speaker", text: t("role.speaker"), counts: by_role["speaker"] ?? none },
    { id: "observer", text: t("role.observer"), counts: by_role["observer"] ?? none },
  ];
}

function categoriesOf(figures: Figures): readonly Bar[] {
  return CATEGORIES.flatMap((id) => {
    const line = figures.by_category[id];
    return line === undefined ? [] : [{ id, text: t(`category.${id}`), counts: line.total }];
  });
}

function Gender({ figures }: { figures: Figures }): JSX.Element {
  const { of, withheld, counted } = figures.gender;
  const known = Object.entries(of);
  return (
    <Panel title={t("figures.gender")}>
      {known.length === 0 ? (
        <p class="empty">{t("figures.gender.nothing")}</p>
      ) : (
        <ul class="bars single">
          {known.map(([gender, count]) => (
            <li key={gender}>
              <span class="bar-name">{t(`gender.${gender as "female"}`)}</span>
              <span class="bar-place" aria-hidden="true">
                <span class="bar approved" style={{ inlineSize: `${(count / counted) * 100}%` }} />
              </span>
              <span class="bar-numbers digits">{count}</span>
            </li>
          ))}
        </ul>
      )}
      {withheld.length > 0 && <p class="hint">{t("figures.gender.withheld")}</p>}
      <p class="hint">{t("figures.gender.says")}</p>
    </Panel>
  );
}

function ByDelegation({ desk, figures }: { desk: Desk; figures: Figures }): JSX.Element {
  const bars = figures.delegations
    .filter(({ total }) => total.nominated + total.registered > 0)
    .map(({ delegation, total }) => ({ id: delegation, text: nameOf(desk, delegation).text, counts: total }))
    .toSorted((one, other) => one.text.localeCompare(other.text, language()));
  return (
    <Panel title={t("figures.by_delegation")} aside={<Download desk={desk} path="/exports/figures.csv" name="figures.csv" text={t("figures.csv")} />}>
      {bars.length === 0 ? (
        <p class="empty">{t("figures.nothing")}</p>
      ) : (
        <div class="bars-place" role="group" tabIndex={0} aria-label={t("figures.by_delegation")}>
          <Bars bars={bars} />
        </div>
      )}
      <BarsTable label={t("figures.by_delegation")} bars={bars} />
    </Panel>
  );
}

export function OverviewScreen({ desk }: { desk: Desk }): JSX.Element {
  const officer = desk.session.capacity === "secretariat";
  const figures = useAnswer<Figures>(desk, "/figures");
  const waiting = useAnswer<Waiting>(desk, officer ? "/waiting" : undefined);
  if (figures === undefined) {
    return <Loading />;
  }
  const parts = partsOf(figures.total);
  const categories = categoriesOf(figures);
  return (
    <>
      <Totals figures={figures} desk={desk} />
      <div class="columns">
        <div class="column">
          {officer && <Needs desk={desk} waiting={waiting} />}
          {waiting && <When desk={desk} waiting={waiting} />}
          <Gender figures={figures} />
        </div>
        <div class="column">
          <Panel title={t("figures.by_part")} aside={<Legend />}>
            <Bars bars={parts} />
            <BarsTable label={t("figures.by_part")} bars={parts} />
          </Panel>
          <Panel title={t("figures.by_category")} aside={<Legend />}>
            <Bars bars={categories} />
            <BarsTable label={t("figures.by_category")} bars={categories} />
          </Panel>
          <ByDelegation desk={desk} figures={figures} />
        </div>
      </div>
    </>
  );
}
