// What a browser gives to a connection: sockets, timers, chance.
import type { Line, LineEvents, Outside } from "../core/connection.ts";
import { admitted } from "../core/session.ts";

const SUBPROTOCOL = "hemicycle.v1";

function open(address: URL, events: LineEvents): Line {
  const socket = new WebSocket(address, SUBPROTOCOL);
  socket.onopen = () => events.opened();
  socket.onmessage = (message) => events.received(String(message.data));
  socket.onclose = () => events.closed();
  return { send: (text) => socket.send(text), close: () => socket.close() };
}

/** 128 random bits; randomUUID would need https. */
function commandId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, "0")).join("");
}

/** The outside of a console at /c/<login>/ that follows `meeting`. */
export function browserOutside(meeting: string): Outside {
  const address = new URL(`live/${meeting}`, location.href);
  address.protocol = location.protocol === "https:" ? "wss:" : "ws:";
  address.search = "";
  address.hash = "";
  return {
    open: (events) => open(address, events),
    after(ms, callback) {
      const timer = setTimeout(callback, ms);
      return () => clearTimeout(timer);
    },
    admitted,
    real: () => performance.now(),
    wall: () => Date.now(),
    random: () => Math.random(),
    id: commandId,
  };
}

/** Calls `wake` when waiting makes no sense any more: the tab is looked at, or the network is back. */
export function onWake(wake: () => void): void {
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible") {
      wake();
    }
  });
  addEventListener("online", wake);
  addEventListener("pageshow", wake);
}

/** Calls `lose` when the browser knows that it has no network. */
export function onOffline(lose: () => void): void {
  addEventListener("offline", lose);
}
