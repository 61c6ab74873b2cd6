import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  TZDate,
  addDays,
  differenceInCalendarDays,
  format
} from "./chunk-JBHNNT7X.js";

// node_modules/date-fns/isExists.js
function isExists(year, month, day) {
  const date = new Date(year, month, day);
  return date.getFullYear() === year && date.getMonth() === month && date.getDate() === day;
}

// src/util/dates.ts
var TIME_ZONE = "Europe/London";
var YEAR_FIRST = /^(?<year>\d{4})-(?<month>\d{1,2})-(?<day>\d{1,2})(?<rest>.*)$/s;
var DAY_FIRST = /^(?<day>\d{1,2})-(?<month>\d{1,2})-(?<year>\d{4})(?<rest>.*)$/s;
var RFC_3339_TIME = /^[Tt ]\d{2}:\d{2}:\d{2}(?:\.\d+)?(?:[Zz]|[+-]\d{2}:\d{2})$/;
var SAME_DAY_SUFFIX = /^(?:[-:_.][0-9A-Za-z][0-9A-Za-z:_.-]{0,15}|[a-z][0-9a-z]?)$/;
var PLACEHOLDER = /^(?:dd-mm-yyyy|yyyy-mm-dd)(?::hh:mm)?$/i;
var TEMPLATE_DATE = "2000-01-01";
function dayInLondon(now) {
  return format(new TZDate(now.getTime(), TIME_ZONE), "yyyy-MM-dd");
}
function timeInLondon(now) {
  return format(new TZDate(now.getTime(), TIME_ZONE), "HH:mm");
}
function parseDay(text) {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) ? readDate(text) : null;
}
function readDate(value) {
  let day = READ.get(value);
  if (day === void 0) {
    day = parseDate(value);
    READ.set(value, day);
  }
  return day;
}
var READ = /* @__PURE__ */ new Map();
function parseDate(value) {
  const groups = (YEAR_FIRST.exec(value) ?? DAY_FIRST.exec(value))?.groups;
  if (groups === void 0) return null;
  const { year = "", month = "", day = "", rest = "" } = groups;
  if (rest !== "" && !RFC_3339_TIME.test(rest) && !SAME_DAY_SUFFIX.test(rest)) return null;
  if (!isExists(Number(year), Number(month) - 1, Number(day))) return null;
  return `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
}
function meansNever(value) {
  return value.trim() === "" || PLACEHOLDER.test(value) || readDate(value) === TEMPLATE_DATE;
}
function writeDate(day, dateFormat) {
  return dateFormat === "yyyy-MM-dd" ? day : day.split("-").reverse().join("-");
}
function writeDateAgain(day, time, kind) {
  const [beforeTime, inTime] = kind.timeSeparators;
  return `${writeDate(day, kind.dateFormat)}${beforeTime}${time.replace(":", inTime)}`;
}
function daysBetween(earlier, later) {
  const key = `${earlier} ${later}`;
  let days = BETWEEN.get(key);
  if (days === void 0) {
    days = differenceInCalendarDays(dayAsDate(later), dayAsDate(earlier));
    BETWEEN.set(key, days);
  }
  return days;
}
var BETWEEN = /* @__PURE__ */ new Map();
function dayAsDate(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(year, month - 1, date);
}
function startOfDayInLondon(day) {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return new Date(new TZDate(year, month - 1, date, TIME_ZONE).getTime());
}
function addDays2(day, days) {
  return format(addDays(dayAsDate(day), days), "yyyy-MM-dd");
}

export {
  dayInLondon,
  timeInLondon,
  parseDay,
  readDate,
  meansNever,
  writeDate,
  writeDateAgain,
  daysBetween,
  startOfDayInLondon,
  addDays2 as addDays
};
