// Registrations against the notes verbales: who is clean, who is doubtful, who is missing; all clean ones in one act.
import type { JSX } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";
import { Mark } from "../ui/marks.tsx";
import { ApproveAll } from "./approve-all.tsx";
import { DecideDialog } from "./decide.tsx";
import { nameOf, useAnswer, type Desk } from "./desk.ts";
import { usePage } from "./pager.tsx";
import { DelegationLink, Empty, Loading, PartMarks, Table, Tabs, Moment } from "./parts.tsx";
import { to } from "./route.ts";
import { TakeIn } from "./take-in.tsx";
import type { CrossCheck, Nomination, Registration, RegistrationsBody, State } from "../core/accreditation.ts";

const TABS = ["matched", "doubtful", "none", "differs", "unregistered", "approved", "rejected", "withdrawn", "gone"] as const;
type Tab = (typeof TABS)[number];

const TONES = { pending: "plain", approved: "ok", rejected: "alert", withdrawn: "warn" } as const;

function inTab(tab: Tab, each: Registration): boolean {
  if (tab === "gone") {
    return each.gone_at !== undefined;
  }
  return tab === "approved" ? each.state === "approved" : each.state === "pending" && each.match === tab;
}

function useDecided(desk: Desk, tab: Tab): RegistrationsBody | undefined {
  const state: State | undefined = tab === "rejected" || tab === "withdrawn" ? tab : undefined;
  return useAnswer<RegistrationsBody>(desk, state && `/registrations?state=${state}`);
}

/** How the person stands to the note, in a word. */
function Standing({ of }: { of: Registration }): JSX.Element {
  return (
    <span class="marks">
      {of.state === "pending" ? (
        <Mark tone={of.match === "matched" ? "ok" : "warn"}>
          {t(`match.${of.match}`)}
          {of.match === "doubtful" && ` ${of.score}`}
        </Mark>
      ) : (
        <Mark tone={TONES[of.state]}>{t(`state.${of.state}`)}</Mark>
      )}
      {of.late && <Mark tone="warn">{t("registration.late")}</Mark>}
      {of.gone_at && <Mark tone="warn">{t("registration.gone")}</Mark>}
    </span>
  );
}

export function RegistrationRows(props: {
  desk: Desk;
  rows: readonly Registration[];
  open: (of: Registration) => void;
  label: string;
}): JSX.Element {
  const { desk } = props;
  const head = [
    t("field.name"),
    t("field.delegation"),
    t("field.part"),
    t("field.standing"),
    t("field.nominated_as"),
    t("field.submitted"),
  ];
  return (
    <Table label={props.label} head={head}>
      {props.rows.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <button type="button" class="link" onClick={() => props.open(each)}>
              <bdi>{[each.title, each.name].filter(Boolean).join(" ")}</bdi>
            </button>
            <small>
              <bdi>{each.email}</bdi>
            </small>
          </th>
          <td>
            <DelegationLink desk={desk} id={each.delegation} />
          </td>
          <td>
            <PartMarks part={each} />
          </td>
          <td>
            <Standing of={each} />
          </td>
          <td>{each.nomination ? <bdi>{each.nomination.name}</bdi> : <span class="faint">–</span>}</td>
          <td class="nowrap">
            <Moment desk={desk} at={each.submitted_at} />
          </td>
        </tr>
      ))}
    </Table>
  );
}

function Unregistered({ desk, rows }: { desk: Desk; rows: readonly Nomination[] }): JSX.Element {
  const head = [t("field.name"), t("field.delegation"), t("field.part"), t("field.email")];
  return (
    <Table label={t("registration.tab.unregistered")} head={head}>
      {rows.map((each) => (
        <tr key={each.id}>
          <th scope="row">
            <bdi>{[each.title, each.name].filter(Boolean).join(" ")}</bdi>
          </th>
          <td>
            <DelegationLink desk={desk} id={each.delegation} />
          </td>
          <td>
            <PartMarks part={each} />
          </td>
          <td>{each.email ? <bdi>{each.email}</bdi> : <span class="faint">–</span>}</td>
        </tr>
      ))}
    </Table>
  );
}

function found(desk: Desk, sought: string) {
  const wanted = sought.trim().toLocaleLowerCase();
  return (each: { name: string; email?: string; delegation?: string }): boolean =>
    wanted === "" ||
    [each.name, each.email ?? "", nameOf(desk, each.delegation).text].some((text) =>
      text.toLocaleLowerCase().includes(wanted),
    );
}

function countOf(check: CrossCheck, tab: Tab): number | undefined {
  if (tab === "rejected" || tab === "withdrawn") {
    return undefined;
  }
  return tab === "unregistered"
    ? check.unregistered.length
    : check.registrations.filter((each) => inTab(tab, each)).length;
}

export function RegistrationsScreen({ desk, path }: { desk: Desk; path: readonly string[] }): JSX.Element {
  const tab = TABS.find((each) => each === path[0]) ?? "matched";
  const check = useAnswer<CrossCheck>(desk, "/cross-check", "POST");
  const decided = useDecided(desk, tab);
  const [sought, seek] = useState("");
  const [opened, open] = useState<Registration>();
  const [taking, take] = useState(false);
  useLayoutEffect(() => seek(""), [tab]);
  const wanted = useMemo(() => found(desk, sought), [sought]);
  const live = check?.registrations.filter((each) => inTab(tab, each)) ?? [];
  const rows = (decided?.registrations ?? live).filter(wanted);
  const missing = (tab === "unregistered" ? (check?.unregistered ?? []) : []).filter(wanted);
  const list = usePage<Registration>(rows, `${tab} ${sought}`);
  const absent = usePage<Nomination>(missing, `${tab} ${sought}`);
  if (check === undefined) {
    return <Loading />;
  }
  const label = t(`registration.tab.${tab}`);
  const nothing = tab === "unregistered" ? missing.length === 0 : rows.length === 0;
  return (
    <>
      <Tabs
        label={t("registration.tabs")}
        chosen={tab}
        tabs={TABS.filter((id) => id !== "gone" || tab === id || countOf(check, id) !== 0).map((id) => ({
          id,
          text: t(`registration.tab.${id}`),
          href: to("registrations", id),
          count: countOf(check, id),
        }))}
      />
      <p class="screen-says">{t(`registration.says.${tab}`)}</p>
      <div class="toolbar">
        <input
          type="search"
          value={sought}
          placeholder={t("registration.search")}
          aria-label={t("registration.search")}
          onInput={(event) => seek(event.currentTarget.value)}
        />
        {tab === "matched" && <ApproveAll desk={desk} check={check} />}
        <button type="button" onClick={() => take(true)}>
          {t("registration.take_in")}
        </button>
      </div>
      {nothing && <Empty says="registration.nobody" />}
      {!nothing &&
        (tab === "unregistered" ? (
          <Unregistered desk={desk} rows={absent.shown} />
        ) : (
          <RegistrationRows desk={desk} rows={list.shown} open={open} label={label} />
        ))}
      {tab === "unregistered" ? absent.pager : list.pager}
      {opened && <DecideDialog desk={desk} of={opened} close={() => open(undefined)} />}
      {taking && <TakeIn desk={desk} close={() => take(false)} />}
    </>
  );
}
