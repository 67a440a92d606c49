// Handing over within the booth: either side starts, the other answers, and unanswered it lapses.
import type { JSX } from "preact";
import { partIn, type Handover as Waiting, type OwnBooth } from "../core/booths.ts";
import { minutes } from "../core/clock.ts";
import { t } from "../i18n/t.ts";
import { useKeys } from "../ui/keys.ts";
import { isLive } from "../ui/live.ts";
import { Press } from "../ui/press.tsx";
import { personOf } from "./booth-name.tsx";
import type { BoothProps } from "./microphone.tsx";

/** Whom one may hand over to, or ask: all colleagues for who is on air, else whoever is. */
function sides({ now, me, colleagues }: OwnBooth): readonly string[] {
  if (now.interpreter === undefined) {
    return [];
  }
  return now.interpreter === me ? colleagues : [now.interpreter];
}

interface Acts {
  readonly start: (to: string) => void;
  readonly answer: (accepted: boolean) => void;
  readonly cancel: () => void;
}

function actsOf({ live, own }: BoothProps): Acts {
  const offering = own.now.interpreter === own.me;
  return {
    start: (to) =>
      void live.act({ command: "RequestHandover", booth: own.id, ...(offering ? { to } : {}) }),
    answer: (accepted) => void live.act({ command: "AnswerHandover", booth: own.id, accepted }),
    cancel: () => void live.act({ command: "CancelHandover", booth: own.id }),
  };
}

function Start({ live, own, acts }: BoothProps & { acts: Acts }): JSX.Element {
  const offering = own.now.interpreter === own.me;
  return (
    <div class="buttons">
      {sides(own).map((each, index) => (
        <Press
          key={each}
          ready={isLive(live)}
          press={() => acts.start(each)}
          style={own.now.turn_elapsed && offering ? "primary" : ""}
          {...(index === 0 ? { keys: "H" } : {})}
        >
          {t(offering ? "handover.offer" : "handover.ask", { name: personOf(live, each) })}
        </Press>
      ))}
    </div>
  );
}

function Left({ live, handover }: { live: BoothProps["live"]; handover: Waiting }): JSX.Element {
  const left = Math.ceil((Date.parse(handover.lapses_at) - live.now.value) / 1000);
  return (
    <span class="digits" role="timer" aria-label={t("handover.left")}>
      {minutes(Math.max(0, left))}
    </span>
  );
}

/** What is asked, in a sentence: by whom, and who would be on air. */
function words(live: BoothProps["live"], own: OwnBooth, { by, giver, taker }: Waiting): string {
  const name = personOf(live, by);
  if (by === own.me) {
    return t("handover.waiting", { name: personOf(live, giver === own.me ? taker : giver) });
  }
  if (taker === own.me) {
    return t("handover.offered", { name });
  }
  return giver === own.me ? t("handover.asked", { name }) : t("handover.between", { name, taker: personOf(live, taker) });
}

function Pending({ live, own, acts, handover }: BoothProps & { acts: Acts; handover: Waiting }): JSX.Element {
  const ready = isLive(live);
  const part = partIn(handover, own.me);
  return (
    <div class={`handover ${part}`}>
      <p>
        {words(live, own, handover)} <Left live={live} handover={handover} />
      </p>
      <div class="buttons">
        {part === "answer" && (
          <>
            <Press ready={ready} press={() => acts.answer(true)} style="primary" keys="Y">
              {t("handover.accept")}
            </Press>
            <Press ready={ready} press={() => acts.answer(false)} style="" keys="N">
              {t("handover.decline")}
            </Press>
          </>
        )}
        {part === "wait" && (
          <Press ready={ready} press={acts.cancel} style="" keys="B">
            {t("handover.cancel")}
          </Press>
        )}
      </div>
    </div>
  );
}

/** Told at once when a colleague asks or offers; the countdown itself is not read out. */
export function Handover({ live, own }: BoothProps): JSX.Element {
  const { handover } = own.now;
  const part = handover && partIn(handover, own.me);
  const acts = actsOf({ live, own });
  const [first] = sides(own);
  const ready = isLive(live);
  useKeys({
    h: () => ready && handover === undefined && first !== undefined && acts.start(first),
    y: () => ready && part === "answer" && acts.answer(true),
    n: () => ready && part === "answer" && acts.answer(false),
    b: () => ready && part === "wait" && acts.cancel(),
  });
  return (
    <>
      <p class="unseen" role="alert">
        {part === "answer" && handover && words(live, own, handover)}
      </p>
      {first !== undefined && (
        <section aria-labelledby="handover-title">
          <h2 id="handover-title">{t("handover.title")}</h2>
          {handover === undefined ? (
            <Start live={live} own={own} acts={acts} />
          ) : (
            <Pending live={live} own={own} acts={acts} handover={handover} />
          )}
        </section>
      )}
    </>
  );
}
