// What two calendar programs read in feeds: prints [{peer, file, events: {uid: [start, end, status]}}] as JSON.
// Days are YYYY-MM-DD, moments are in UTC as YYYY-MM-DDTHH:MM:SSZ. The packages are found through NODE_PATH.
const fs = require("node:fs");
const ICAL = require("ical.js");
const nodeIcal = require("node-ical");

const pad = (number) => String(number).padStart(2, "0");
const moment = (date) => date.toISOString().replace(/\.\d+Z$/, "Z");
// node-ical gives whole days as midnight of this machine's own zone.
const localDay = (date) => `${date.getFullYear()}-${pad(date.getMonth() + 1)}-${pad(date.getDate())}`;

function byIcalJs(text) {
  const calendar = new ICAL.Component(ICAL.parse(text));
  const found = {};
  for (const part of calendar.getAllSubcomponents("vevent")) {
    const event = new ICAL.Event(part);
    const said = (time) => (time.isDate ? time.toString() : moment(time.toJSDate()));
    found[event.uid] = [said(event.startDate), said(event.endDate), part.getFirstPropertyValue("status")];
  }
  return found;
}

function byNodeIcal(text) {
  const found = {};
  for (const event of Object.values(nodeIcal.sync.parseICS(text))) {
    if (event.type !== "VEVENT") continue;
    const said = event.datetype === "date" ? localDay : moment;
    found[event.uid] = [said(event.start), said(event.end), event.status];
  }
  return found;
}

const results = [];
for (const file of process.argv.slice(2)) {
  const text = fs.readFileSync(file, "utf8");
  results.push({ peer: "ical.js", file, events: byIcalJs(text) });
  results.push({ peer: "node-ical", file, events: byNodeIcal(text) });
}
process.stdout.write(JSON.stringify(results));
