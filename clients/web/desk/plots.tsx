// Figures as drawings, always with their numbers, and as a table for who would rather read one.
import type { JSX } from "preact";
import { t } from "../i18n/t.ts";
import { Table } from "./parts.tsx";
import type { Counts } from "../core/accreditation.ts";

export interface Bar {
  readonly id: string;
  readonly text: string;
  readonly counts: Counts;
}

const STAGES = ["nominated", "registered", "approved"] as const;

function widthOf(count: number, most: number): { inlineSize: string } {
  return { inlineSize: `${most === 0 ? 0 : (count / most) * 100}%` };
}

export function Legend(): JSX.Element {
  return (
    <ul class="legend">
      {STAGES.map((stage) => (
        <li key={stage}>
          <span class={`swatch ${stage}`} aria-hidden="true" />
          {t(`figures.${stage}`)}
        </li>
      ))}
    </ul>
  );
}

/** One line for each group: nominated, registered and approved over one another on one scale. */
export function Bars({ bars }: { bars: readonly Bar[] }): JSX.Element {
  const most = Math.max(...bars.flatMap(({ counts }) => STAGES.map((stage) => counts[stage])), 0);
  return (
    <ul class="bars">
      {bars.map(({ id, text, counts }) => (
        <li key={id}>
          <span class="bar-name">
            <bdi>{text}</bdi>
          </span>
          <span class="bar-place" aria-hidden="true">
            {STAGES.map((stage) => (
              <span key={stage} class={`bar ${stage}`} style={widthOf(counts[stage], most)} />
            ))}
          </span>
          <span class="bar-numbers digits">
            <span class="unseen">{t("figures.said", { ...counts })}</span>
            <span aria-hidden="true">
              {counts.nominated} · {counts.registered} · <b>{counts.approved}</b>
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

export function BarsTable({ label, bars }: { label: string; bars: readonly Bar[] }): JSX.Element {
  return (
    <details class="as-table">
      <summary>{t("figures.as_table")}</summary>
      <Table label={label} head={[label, ...STAGES.map((stage) => ({ number: t(`figures.${stage}`) }))]}>
        {bars.map(({ id, text, counts }) => (
          <tr key={id}>
            <th scope="row">
              <bdi>{text}</bdi>
            </th>
            {STAGES.map((stage) => (
              <td key={stage} class="number">
                {counts[stage]}
              </td>
            ))}
          </tr>
        ))}
      </Table>
    </details>
  );
}

export interface Day {
  readonly day: string;
  readonly count: number;
}

const HEIGHT = 96;
const STEP = 10;

/** A column for each day, with a line where the day of the deadline ends. */
export function Timeline(props: { days: readonly Day[]; deadline: string | undefined; shown: (day: string) => string }): JSX.Element {
  const { days, deadline, shown } = props;
  const most = Math.max(...days.map(({ count }) => count), 1);
  const total = days.reduce((sum, { count }) => sum + count, 0);
  const width = Math.max(days.length, 1) * STEP;
  const ends = (days.findIndex(({ day }) => day === deadline) + 1) * STEP - 0.5;
  const [first, last] = [days[0], days.at(-1)];
  return (
    <figure class="timeline">
      <svg
        viewBox={`0 0 ${width} ${HEIGHT}`}
        preserveAspectRatio="none"
        role="img"
        aria-label={t("figures.timeline.says", { count: total, most })}
      >
        {days.map(({ day, count }, index) => (
          <rect
            key={day}
            class={deadline !== undefined && day > deadline ? "column late" : "column"}
            x={index * STEP + 1}
            y={HEIGHT - (count / most) * (HEIGHT - 4)}
            width={STEP - 2}
            height={(count / most) * (HEIGHT - 4)}
          >
            <title>{`${shown(day)}: ${count}`}</title>
          </rect>
        ))}
        {ends > 0 && <line class="deadline-line" x1={ends} x2={ends} y1="0" y2={HEIGHT} />}
      </svg>
      <figcaption>
        <span>{first && shown(first.day)}</span>
        <span>
          {t("figures.timeline.most", { most })}
          {deadline !== undefined && ends > 0 && (
            <span class="deadline-says"> · {t("figures.timeline.deadline", { day: shown(deadline) })}</span>
          )}
        </span>
        <span>{last && shown(last.day)}</span>
      </figcaption>
    </figure>
  );
}
