// Will the list be done before the hard end? A line that says so, a timeline, and what would help.
import type { JSX } from "preact";
import { minutes, timeOfDay } from "../core/clock.ts";
import type { Forecast, PodiumView } from "../core/contract.ts";
import { shareOf, timeline, type Timeline } from "../core/forecast.ts";
import { delegationName } from "../core/names.ts";
import { language, t } from "../i18n/t.ts";
import type { Shown } from "../ui/live.ts";
import { Mark } from "../ui/marks.tsx";
import { ProposeForecast } from "./propose-limit.tsx";

type Props = { readonly live: Shown<"podium">; readonly forecast: Forecast; readonly line: Timeline };

function percent(share: number): string {
  return `${(share * 100).toFixed(2)}%`;
}

/** One block for each who waits, against the hard end; the figures are told in words beside it. */
function Plot({ view, line }: { view: PodiumView; line: Timeline }): JSX.Element {
  return (
    <div class="timeline" aria-hidden="true">
      {line.blocks.map(({ id, from, to, heard }) => (
        <span
          key={id}
          class={heard ? "heard-block" : "late-block"}
          title={delegationName(view, view.entries[id]?.delegation ?? "", language()).text}
          style={{
            insetInlineStart: percent(shareOf(line, from)),
            inlineSize: percent(shareOf(line, to) - shareOf(line, from)),
          }}
        />
      ))}
      {line.end !== undefined && <i class="hard-end" style={{ insetInlineStart: percent(shareOf(line, line.end)) }} />}
    </div>
  );
}

function Ends({ live, line }: Props): JSX.Element {
  const at = (moment: number): string => timeOfDay(moment, live.session.conference.time_zone);
  return (
    <p class="timeline-ends digits">
      <span>{at(line.from)}</span>
      {line.end !== undefined && <b>{t("forecast.end", { at: at(line.end) })}</b>}
      <span>{at(line.to)}</span>
    </p>
  );
}

function Advice({ live, forecast, line, item }: Props & { item: string }): JSX.Element {
  const zone = live.session.conference.time_zone;
  const { close_list_at: closeAt, limit_seconds: limit, extensions = [] } = forecast;
  return (
    <ul class="advice">
      {forecast.pace_permille !== 1000 && (
        <li>{t("forecast.pace", { percent: Math.round(forecast.pace_permille / 10) })}</li>
      )}
      {closeAt && <li>{t("forecast.close_at", { at: timeOfDay(closeAt, zone) })}</li>}
      {line.notHeard === 0 && forecast.room_for !== undefined && (
        <li>{t("forecast.room_for", { count: forecast.room_for })}</li>
      )}
      {limit !== undefined && (
        <li>
          {t("forecast.limit", { time: minutes(limit) })} <ProposeForecast live={live} item={item} longest={limit} />
        </li>
      )}
      {extensions.map(({ seconds, heard, interpreter_seconds: cost, beyond_limit_seconds: beyond }) => (
        <li key={seconds}>
          {t("forecast.extension", { minutes: seconds / 60, count: heard, cost: Math.round(cost / 60) })}
          {beyond > 0 && <Mark tone="warn">{t("forecast.beyond", { minutes: Math.round(beyond / 60) })}</Mark>}
        </li>
      ))}
    </ul>
  );
}

export function ForecastSection({ live, item }: { live: Shown<"podium">; item: string }): JSX.Element | null {
  const view = live.view.value;
  const { forecast, lists } = view;
  const order = lists[item]?.order ?? [];
  if (forecast === undefined || item !== view.item || order.length === 0) {
    return null;
  }
  const line = timeline(forecast, order, live.now.value, view.meeting.ends_at);
  const until = timeOfDay(line.until, live.session.conference.time_zone);
  return (
    <details class="forecast-section">
      <summary>
        <span class="digits">{t("list.forecast", { count: order.length, until })}</span>
        {line.end !== undefined && (
          <Mark tone={line.notHeard > 0 ? "alert" : "ok"}>
            {line.notHeard > 0
              ? t("forecast.not_heard", { count: line.notHeard })
              : t("forecast.all_heard")}
          </Mark>
        )}
      </summary>
      <Plot view={view} line={line} />
      <Ends live={live} forecast={forecast} line={line} />
      <Advice live={live} forecast={forecast} line={line} item={item} />
    </details>
  );
}
