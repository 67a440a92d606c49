// One delegation: what it may have and has, who sits where, its notes, its registrations, what is not in order.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Delegation, NoteLine, Person, Registration, RegistrationsBody } from "../core/accreditation.ts";
import type { Move } from "../core/contract.ts";
import { t } from "../i18n/t.ts";
import { Concerns, LimitsTable, SeatsList } from "../ui/delegation-parts.tsx";
import { Spoken } from "../ui/marks.tsx";
import { DecideDialog } from "./decide.tsx";
import { DelegationForm } from "./delegation-form.tsx";
import { nameOf, scopeName, sessionsOf, useAnswer, type Desk } from "./desk.ts";
import { NoteRows } from "./note-rows.tsx";
import { Empty, Loading, Panel } from "./parts.tsx";
import { RegistrationRows } from "./registrations.tsx";
import { to } from "./route.ts";

const PARTS = ["head", "focal_point"] as const;

function People({ desk, of }: { desk: Desk; of: Delegation }): JSX.Element {
  const name = (person: Person, part: string): void =>
    void desk.attempt(() =>
      desk.ask("PUT", `/delegations/${of.id}/people/${person.id}/part`, part === "" ? {} : { part }),
    );
  return (
    <ul class="seat-rows">
      {of.people.map((person) => (
        <li key={person.id}>
          <span class="seat-who">
            <a href={to("people", person.id)}>
              <bdi>{[person.title, person.name].filter(Boolean).join(" ")}</bdi>
            </a>
            {person.email && (
              <small>
                <bdi>{person.email}</bdi>
              </small>
            )}
          </span>
          <span class="faint">{person.role === undefined ? t("seat.alternate") : t("seat.seated")}</span>
          <select
            value={person.part ?? ""}
            aria-label={t("person.part", { name: person.name })}
            onChange={(event) => name(person, event.currentTarget.value)}
          >
            <option value="">{t("person.part.none")}</option>
            {PARTS.map((part) => (
              <option key={part} value={part}>
                {t(`person.part.${part}`)}
              </option>
            ))}
          </select>
        </li>
      ))}
    </ul>
  );
}

function Seats({ desk, of }: { desk: Desk; of: Delegation }): JSX.Element {
  const at = `/delegations/${of.id}`;
  const swap = (one: string, other: string): Promise<boolean> =>
    desk.attempt(() => desk.ask("POST", `${at}/swap`, { one, other }), t("seat.swapped"));
  const give = (moves: readonly Move[]): Promise<boolean> =>
    desk.attempt(() => desk.ask("POST", `${at}/seats`, { moves }), t("seat.given"));
  return <SeatsList of={of} swap={swap} give={give} scope={(id) => scopeName(desk, id)} />;
}

function Registrations({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const told = useAnswer<RegistrationsBody>(desk, `/registrations?delegation=${id}`);
  const [opened, open] = useState<Registration>();
  if (told === undefined) {
    return <Loading />;
  }
  return (
    <>
      {told.registrations.length === 0 ? (
        <Empty says="registration.nobody" />
      ) : (
        <RegistrationRows desk={desk} rows={told.registrations} open={open} label={t("nav.registrations")} />
      )}
      {opened && <DecideDialog desk={desk} of={opened} close={() => open(undefined)} />}
    </>
  );
}

function Notes({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const told = useAnswer<{ notes: readonly NoteLine[] }>(desk, `/delegations/${id}/notes`);
  if (told === undefined) {
    return <Loading />;
  }
  return told.notes.length === 0 ? <Empty says="note.nothing" /> : <NoteRows desk={desk} notes={told.notes} />;
}

function Attends({ desk, sessions }: { desk: Desk; sessions: readonly string[] }): JSX.Element {
  const known = sessionsOf(desk).filter(({ id }) => sessions.includes(id));
  return (
    <Panel title={t("delegation.attends")}>
      {known.length === 0 && <Empty says="delegation.attends.all" />}
      <ul class="rows">
        {known.map(({ id, title }) => (
          <li key={id}>
            <Spoken {...title} />
          </li>
        ))}
      </ul>
    </Panel>
  );
}

export function DelegationScreen({ desk, id }: { desk: Desk; id: string }): JSX.Element {
  const of = useAnswer<Delegation>(desk, `/delegations/${id}`);
  const officer = desk.session.capacity === "secretariat";
  const line = desk.delegations.value.get(id);
  const [changing, change] = useState(false);
  return (
    <>
      <p>
        <a href={to("delegations")}>{t("delegation.back")}</a>
      </p>
      <h2 class="screen-subject">
        <Spoken {...nameOf(desk, id)} />
        {line && (
          <small>
            {line.code} · {t(`category.${line.category}`)}
          </small>
        )}
      </h2>
      {line && (
        <div class="toolbar">
          <button type="button" class="small" onClick={() => change(true)}>
            {t("delegation.change.open")}
          </button>
        </div>
      )}
      {line && changing && <DelegationForm desk={desk} of={line} close={() => change(false)} />}
      {of === undefined ? (
        <Loading />
      ) : (
        <div class="columns">
          <div class="column">
            <Panel title={t("delegation.concerns")}>
              <Concerns of={of.problems ?? []} />
            </Panel>
            <Panel title={t("limits.own")}>
              <LimitsTable limits={of.limits} scope={(each) => scopeName(desk, each)} />
            </Panel>
            {officer && (
              <Panel
                title={t("nav.notes")}
                aside={
                  <a class="button small" href={to("notes", id, "new")}>
                    {t("note.new")}
                  </a>
                }
              >
                <Notes desk={desk} id={id} />
              </Panel>
            )}
            <Attends desk={desk} sessions={line?.sessions ?? []} />
          </div>
          <div class="column">
            <Panel title={t("seat.title")}>
              <Seats desk={desk} of={of} />
            </Panel>
            {officer && of.people.length > 0 && (
              <Panel title={t("delegation.people")}>
                <People desk={desk} of={of} />
              </Panel>
            )}
          </div>
        </div>
      )}
      {officer && (
        <Panel title={t("nav.registrations")}>
          <Registrations desk={desk} id={id} />
        </Panel>
      )}
    </>
  );
}
