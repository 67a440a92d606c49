// The calendar to read: sessions, meetings, rooms, agenda. The deadline can be changed here.
import type { JSX } from "preact";
import { useState } from "preact/hooks";
import type { Calendar, CalendarBody } from "../core/accreditation.ts";
import { named, titled } from "../core/names.ts";
import { lastMinute } from "../core/zoned.ts";
import { language, t } from "../i18n/t.ts";
import { Mark, Spoken } from "../ui/marks.tsx";
import { dayOf, momentOf, scopeName, type Desk } from "./desk.ts";
import { Download } from "./download.tsx";
import { NewConferenceButton } from "./new-conference.tsx";
import { Empty, Loading, Panel, Table, TextField } from "./parts.tsx";

function DeadlineForm({ desk, body }: { desk: Desk; body: CalendarBody }): JSX.Element {
  const closes = body.calendar.registration_closes ?? "";
  const [day, setDay] = useState(closes.slice(0, 10));
  const [hour, setHour] = useState(closes.slice(11, 16));
  const submit = (event: Event): void => {
    event.preventDefault();
    const { registration_closes: _, ...rest } = body.calendar;
    const deadline = day === "" ? {} : { registration_closes: hour === "" ? day : `${day}T${hour}` };
    void desk.attempt(() => desk.ask("PUT", "/calendar", { ...rest, ...deadline }), t("deadline.saved"));
  };
  const zone = body.calendar.time_zone;
  const at = body.registration_closes_at;
  return (
    <Panel title={t("deadline.title")}>
      <p>{at === undefined ? t("deadline.none") : t("deadline.is", { at: momentOf(desk, lastMinute(at, zone)), zone })}</p>
      <form onSubmit={submit} class="stacked">
        <div class="fields">
          <TextField label={t("deadline.day")} type="date" value={day} change={setDay} />
          <TextField label={t("deadline.hour")} type="time" value={hour} change={setHour} hint={t("deadline.hour.says")} />
        </div>
        <div class="buttons">
          <button type="submit">{t("deadline.save")}</button>
        </div>
      </form>
    </Panel>
  );
}

function Sessions({ calendar }: { calendar: Calendar }): JSX.Element {
  const bodies = new Map(calendar.bodies?.map(({ id, names }) => [id, names]));
  return (
    <Panel title={t("calendar.sessions")}>
      {!calendar.sessions?.length && <Empty says="calendar.sessions.nothing" />}
      <ul class="rows">
        {calendar.sessions?.map((each) => (
          <li key={each.id}>
            <span class="grow">
              <Spoken {...named(each.titles, language())} />
              <small>
                <Spoken {...named(bodies.get(each.body), language())} />
              </small>
            </span>
            <span class="faint">
              {dayOf(each.starts)} – {dayOf(each.ends)}
            </span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

function Meetings({ desk, body }: { desk: Desk; body: CalendarBody }): JSX.Element {
  const rooms = new Map(body.calendar.rooms?.map(({ id, name }) => [id, name]));
  const begun = new Map(body.meetings.map((each) => [each.number, each.begun]));
  const head = [{ number: t("calendar.number") }, t("calendar.meeting"), t("calendar.day"), t("calendar.hours"), t("calendar.room"), t("calendar.items")];
  const aside = (
    <div class="buttons">
      <Download desk={desk} path="/exports/meetings.ics" name="meetings.ics" text={t("export.meetings")} />
      <NewConferenceButton />
    </div>
  );
  return (
    <Panel title={t("calendar.meetings")} aside={desk.session.capacity === "secretariat" ? aside : undefined}>
      <Table label={t("calendar.meetings")} head={head}>
        {body.calendar.meetings.map((each) => (
          <tr key={each.number}>
            <td class="number">{each.number}</td>
            <th scope="row">
              <Spoken {...titled(each.title, language())} /> {begun.get(each.number) && <Mark>{t("calendar.begun")}</Mark>}
              {each.sessions && <small>{each.sessions.map((id) => scopeName(desk, id)).join(" · ")}</small>}
            </th>
            <td class="nowrap">{dayOf(each.date)}</td>
            <td class="nowrap digits">
              {each.start.slice(0, 5)}–{each.end.slice(0, 5)}
            </td>
            <td>{each.room ? rooms.get(each.room) : "–"}</td>
            <td>{each.items?.join(", ") || "–"}</td>
          </tr>
        ))}
      </Table>
    </Panel>
  );
}

function Agenda({ calendar }: { calendar: Calendar }): JSX.Element {
  return (
    <Panel title={t("agenda.title")}>
      <ol class="rows agenda-rows">
        {calendar.agenda.map((each) => (
          <li key={each.id} class={each.parent ? "sub" : ""}>
            <b>{each.number}</b>
            <span class="grow">
              <Spoken {...named(each.titles, language())} />
            </span>
          </li>
        ))}
      </ol>
    </Panel>
  );
}

export function CalendarScreen({ desk }: { desk: Desk }): JSX.Element {
  const body = desk.calendar.value;
  if (body === undefined) {
    return <Loading />;
  }
  const { calendar } = body;
  return (
    <div class="columns wide-first">
      <div class="column">
        <Meetings desk={desk} body={body} />
        <Agenda calendar={calendar} />
      </div>
      <div class="column">
        <DeadlineForm key={calendar.registration_closes ?? ""} desk={desk} body={body} />
        <Sessions calendar={calendar} />
        {calendar.rooms && (
          <Panel title={t("calendar.rooms")}>
            <ul class="rows">
              {calendar.rooms.map((each) => (
                <li key={each.id}>
                  <span class="grow">{each.name}</span>
                  {each.places !== undefined && <span class="faint">{t("calendar.places", { count: each.places })}</span>}
                </li>
              ))}
            </ul>
          </Panel>
        )}
      </div>
    </div>
  );
}
