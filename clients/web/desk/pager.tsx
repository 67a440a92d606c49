// A long list a page at a time, and the ways to the pages beside it.
import type { JSX } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { t } from "../i18n/t.ts";

/** Draws nothing where there is one page. `turn`: to the page that is asked for, from 1; `says`: instead of its number. */
export function Pager(props: {
  page: number;
  last: number;
  turn: (page: number) => void;
  says?: string;
}): JSX.Element | null {
  const { page, last, turn } = props;
  return last <= 1 ? null : (
    <nav class="pager" aria-label={t("pager.label")}>
      <button type="button" class="small" aria-disabled={page === 1} onClick={() => turn(Math.max(page - 1, 1))}>
        {t("pager.back")}
      </button>
      <span class="digits">{props.says ?? `${page} / ${last}`}</span>
      <button type="button" class="small" aria-disabled={page === last} onClick={() => turn(Math.min(page + 1, last))}>
        {t("pager.on")}
      </button>
    </nav>
  );
}

/** The rows of one page. `of`: anything that makes it another list, which begins at its first page. */
export function usePage<T>(rows: readonly T[], of: unknown, size = 50): { shown: readonly T[]; pager: JSX.Element | null } {
  const [asked, turn] = useState(1);
  useLayoutEffect(() => turn(1), [of]);
  const last = Math.max(Math.ceil(rows.length / size), 1);
  const page = Math.min(asked, last);
  const before = (page - 1) * size;
  const shown = rows.slice(before, before + size);
  const says = t("pager.shown", { from: before + 1, until: before + shown.length, of: rows.length });
  return { shown, pager: <Pager page={page} last={last} turn={turn} says={says} /> };
}
