import { createRequire as createRequireOfNode } from 'node:module';import { dirname as dirnameOfNode } from 'node:path';import { fileURLToPath as fileURLToPathOfNode } from 'node:url';const require = createRequireOfNode(import.meta.url);const filenameOfChunk = fileURLToPathOfNode(import.meta.url);const dirnameOfChunk = dirnameOfNode(filenameOfChunk);
import {
  processTerminal
} from "./chunk-6WZHUDHF.js";
import {
  KINDS,
  NOT_ROTATABLE,
  REPOSITORY_NAMES,
  argumentValue,
  kindNamed,
  kindOfRepository
} from "./chunk-TZUV6CNP.js";
import {
  lineAt,
  positionAt
} from "./chunk-CLNRZC4U.js";
import {
  parseModuleSource,
  publishedModule
} from "./chunk-YR6VZGBD.js";
import {
  scan
} from "./chunk-UHMPSPEV.js";
import {
  findAttribute,
  findBlocks,
  findDuplicates,
  literalBoolean,
  literalString
} from "./chunk-4M4F2YVT.js";
import {
  compareVersions,
  stepBetween,
  versionOf
} from "./chunk-G4AB7EGA.js";
import {
  readFlags,
  readVersion
} from "./chunk-CXT2TN5B.js";
import {
  fail,
  ok
} from "./chunk-Q2CSV7IO.js";
import {
  decodeText
} from "./chunk-LXCM5DFB.js";
import {
  HOLD_FILES,
  LINK_OUTSIDE,
  MAX_FILE_BYTES,
  NAMESPACES,
  SKIPPED_FOLDERS,
  TOO_LARGE,
  clusterLabel,
  compareNames,
  credentialId,
  failure,
  findHolds,
  isSafePath,
  linkedNamespace,
  namespacePath
} from "./chunk-547CZJNJ.js";
import {
  require_mod
} from "./chunk-KKM472VF.js";
import {
  __commonJS,
  __toESM
} from "./chunk-WA5W63ET.js";

// node_modules/picomatch/lib/constants.js
var require_constants = __commonJS({
  "node_modules/picomatch/lib/constants.js"(exports, module) {
    "use strict";
    var WIN_SLASH = "\\\\/";
    var WIN_NO_SLASH = `[^${WIN_SLASH}]`;
    var DEFAULT_MAX_EXTGLOB_RECURSION = 0;
    var DOT_LITERAL = "\\.";
    var PLUS_LITERAL = "\\+";
    var QMARK_LITERAL = "\\?";
    var SLASH_LITERAL = "\\/";
    var ONE_CHAR = "(?=.)";
    var QMARK = "[^/]";
    var END_ANCHOR = `(?:${SLASH_LITERAL}|$)`;
    var START_ANCHOR = `(?:^|${SLASH_LITERAL})`;
    var DOTS_SLASH = `${DOT_LITERAL}{1,2}${END_ANCHOR}`;
    var NO_DOT = `(?!${DOT_LITERAL})`;
    var NO_DOTS = `(?!${START_ANCHOR}${DOTS_SLASH})`;
    var NO_DOT_SLASH = `(?!${DOT_LITERAL}{0,1}${END_ANCHOR})`;
    var NO_DOTS_SLASH = `(?!${DOTS_SLASH})`;
    var QMARK_NO_DOT = `[^.${SLASH_LITERAL}]`;
    var STAR = `${QMARK}*?`;
    var SEP = "/";
    var POSIX_CHARS = {
      DOT_LITERAL,
      PLUS_LITERAL,
      QMARK_LITERAL,
      SLASH_LITERAL,
      ONE_CHAR,
      QMARK,
      END_ANCHOR,
      DOTS_SLASH,
      NO_DOT,
      NO_DOTS,
      NO_DOT_SLASH,
      NO_DOTS_SLASH,
      QMARK_NO_DOT,
      STAR,
      START_ANCHOR,
      SEP
    };
    var WINDOWS_CHARS = {
      ...POSIX_CHARS,
      SLASH_LITERAL: `[${WIN_SLASH}]`,
      QMARK: WIN_NO_SLASH,
      STAR: `${WIN_NO_SLASH}*?`,
      DOTS_SLASH: `${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$)`,
      NO_DOT: `(?!${DOT_LITERAL})`,
      NO_DOTS: `(?!(?:^|[${WIN_SLASH}])${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      NO_DOT_SLASH: `(?!${DOT_LITERAL}{0,1}(?:[${WIN_SLASH}]|$))`,
      NO_DOTS_SLASH: `(?!${DOT_LITERAL}{1,2}(?:[${WIN_SLASH}]|$))`,
      QMARK_NO_DOT: `[^.${WIN_SLASH}]`,
      START_ANCHOR: `(?:^|[${WIN_SLASH}])`,
      END_ANCHOR: `(?:[${WIN_SLASH}]|$)`,
      SEP: "\\"
    };
    var POSIX_REGEX_SOURCE = {
      __proto__: null,
      alnum: "a-zA-Z0-9",
      alpha: "a-zA-Z",
      ascii: "\\x00-\\x7F",
      blank: " \\t",
      cntrl: "\\x00-\\x1F\\x7F",
      digit: "0-9",
      graph: "\\x21-\\x7E",
      lower: "a-z",
      print: "\\x20-\\x7E ",
      punct: "\\-!\"#$%&'()\\*+,./:;<=>?@[\\]^_`{|}~",
      space: " \\t\\r\\n\\v\\f",
      upper: "A-Z",
      word: "A-Za-z0-9_",
      xdigit: "A-Fa-f0-9"
    };
    module.exports = {
      DEFAULT_MAX_EXTGLOB_RECURSION,
      MAX_LENGTH: 1024 * 64,
      POSIX_REGEX_SOURCE,
      // regular expressions
      REGEX_BACKSLASH: /\\(?![*+?^${}(|)[\]])/g,
      REGEX_NON_SPECIAL_CHARS: /^[^@![\].,$*+?^{}()|\\/]+/,
      REGEX_SPECIAL_CHARS: /[-*+?.^${}(|)[\]]/,
      REGEX_SPECIAL_CHARS_BACKREF: /(\\?)((\W)(\3*))/g,
      REGEX_SPECIAL_CHARS_GLOBAL: /([-*+?.^${}(|)[\]])/g,
      REGEX_REMOVE_BACKSLASH: /(?:\[.*?[^\\]\]|\\(?=.))/g,
      // Replace globs with equivalent patterns to reduce parsing time.
      REPLACEMENTS: {
        __proto__: null,
        "***": "*",
        "**/**": "**",
        "**/**/**": "**"
      },
      // Digits
      CHAR_0: 48,
      /* 0 */
      CHAR_9: 57,
      /* 9 */
      // Alphabet chars.
      CHAR_UPPERCASE_A: 65,
      /* A */
      CHAR_LOWERCASE_A: 97,
      /* a */
      CHAR_UPPERCASE_Z: 90,
      /* Z */
      CHAR_LOWERCASE_Z: 122,
      /* z */
      CHAR_LEFT_PARENTHESES: 40,
      /* ( */
      CHAR_RIGHT_PARENTHESES: 41,
      /* ) */
      CHAR_ASTERISK: 42,
      /* * */
      // Non-alphabetic chars.
      CHAR_AMPERSAND: 38,
      /* & */
      CHAR_AT: 64,
      /* @ */
      CHAR_BACKWARD_SLASH: 92,
      /* \ */
      CHAR_CARRIAGE_RETURN: 13,
      /* \r */
      CHAR_CIRCUMFLEX_ACCENT: 94,
      /* ^ */
      CHAR_COLON: 58,
      /* : */
      CHAR_COMMA: 44,
      /* , */
      CHAR_DOT: 46,
      /* . */
      CHAR_DOUBLE_QUOTE: 34,
      /* " */
      CHAR_EQUAL: 61,
      /* = */
      CHAR_EXCLAMATION_MARK: 33,
      /* ! */
      CHAR_FORM_FEED: 12,
      /* \f */
      CHAR_FORWARD_SLASH: 47,
      /* / */
      CHAR_GRAVE_ACCENT: 96,
      /* ` */
      CHAR_HASH: 35,
      /* # */
      CHAR_HYPHEN_MINUS: 45,
      /* - */
      CHAR_LEFT_ANGLE_BRACKET: 60,
      /* < */
      CHAR_LEFT_CURLY_BRACE: 123,
      /* { */
      CHAR_LEFT_SQUARE_BRACKET: 91,
      /* [ */
      CHAR_LINE_FEED: 10,
      /* \n */
      CHAR_NO_BREAK_SPACE: 160,
      /* \u00A0 */
      CHAR_PERCENT: 37,
      /* % */
      CHAR_PLUS: 43,
      /* + */
      CHAR_QUESTION_MARK: 63,
      /* ? */
      CHAR_RIGHT_ANGLE_BRACKET: 62,
      /* > */
      CHAR_RIGHT_CURLY_BRACE: 125,
      /* } */
      CHAR_RIGHT_SQUARE_BRACKET: 93,
      /* ] */
      CHAR_SEMICOLON: 59,
      /* ; */
      CHAR_SINGLE_QUOTE: 39,
      /* ' */
      CHAR_SPACE: 32,
      /*   */
      CHAR_TAB: 9,
      /* \t */
      CHAR_UNDERSCORE: 95,
      /* _ */
      CHAR_VERTICAL_LINE: 124,
      /* | */
      CHAR_ZERO_WIDTH_NOBREAK_SPACE: 65279,
      /* \uFEFF */
      /**
       * Create EXTGLOB_CHARS
       */
      extglobChars(chars) {
        return {
          "!": { type: "negate", open: "(?:(?!(?:", close: `))${chars.STAR})` },
          "?": { type: "qmark", open: "(?:", close: ")?" },
          "+": { type: "plus", open: "(?:", close: ")+" },
          "*": { type: "star", open: "(?:", close: ")*" },
          "@": { type: "at", open: "(?:", close: ")" }
        };
      },
      /**
       * Create GLOB_CHARS
       */
      globChars(win32) {
        return win32 === true ? WINDOWS_CHARS : POSIX_CHARS;
      }
    };
  }
});

// node_modules/picomatch/lib/utils.js
var require_utils = __commonJS({
  "node_modules/picomatch/lib/utils.js"(exports) {
    "use strict";
    var {
      REGEX_BACKSLASH,
      REGEX_REMOVE_BACKSLASH,
      REGEX_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_GLOBAL
    } = require_constants();
    exports.isObject = (val) => val !== null && typeof val === "object" && !Array.isArray(val);
    exports.hasRegexChars = (str) => REGEX_SPECIAL_CHARS.test(str);
    exports.isRegexChar = (str) => str.length === 1 && exports.hasRegexChars(str);
    exports.escapeRegex = (str) => str.replace(REGEX_SPECIAL_CHARS_GLOBAL, "\\$1");
    exports.toPosixSlashes = (str) => str.replace(REGEX_BACKSLASH, "/");
    exports.isWindows = () => {
      if (typeof navigator !== "undefined" && navigator.platform) {
        const platform = navigator.platform.toLowerCase();
        return platform === "win32" || platform === "windows";
      }
      if (typeof process !== "undefined" && process.platform) {
        return process.platform === "win32";
      }
      return false;
    };
    exports.removeBackslashes = (str) => {
      return str.replace(REGEX_REMOVE_BACKSLASH, (match2) => {
        return match2 === "\\" ? "" : match2;
      });
    };
    exports.escapeLast = (input, char, lastIdx) => {
      const idx = input.lastIndexOf(char, lastIdx);
      if (idx === -1) return input;
      if (input[idx - 1] === "\\") return exports.escapeLast(input, char, idx - 1);
      return `${input.slice(0, idx)}\\${input.slice(idx)}`;
    };
    exports.removePrefix = (input, state = {}) => {
      let output = input;
      if (output.startsWith("./")) {
        output = output.slice(2);
        state.prefix = "./";
      }
      return output;
    };
    exports.wrapOutput = (input, state = {}, options = {}) => {
      const prepend = options.contains ? "" : "^";
      const append = options.contains ? "" : "$";
      let output = `${prepend}(?:${input})${append}`;
      if (state.negated === true) {
        output = `(?:^(?!${output}).*$)`;
      }
      return output;
    };
    exports.basename = (path, { windows } = {}) => {
      const segs = path.split(windows ? /[\\/]/ : "/");
      const last = segs[segs.length - 1];
      if (last === "") {
        return segs[segs.length - 2];
      }
      return last;
    };
  }
});

// node_modules/picomatch/lib/scan.js
var require_scan = __commonJS({
  "node_modules/picomatch/lib/scan.js"(exports, module) {
    "use strict";
    var utils = require_utils();
    var {
      CHAR_ASTERISK,
      /* * */
      CHAR_AT,
      /* @ */
      CHAR_BACKWARD_SLASH,
      /* \ */
      CHAR_COMMA,
      /* , */
      CHAR_DOT,
      /* . */
      CHAR_EXCLAMATION_MARK,
      /* ! */
      CHAR_FORWARD_SLASH,
      /* / */
      CHAR_LEFT_CURLY_BRACE,
      /* { */
      CHAR_LEFT_PARENTHESES,
      /* ( */
      CHAR_LEFT_SQUARE_BRACKET,
      /* [ */
      CHAR_PLUS,
      /* + */
      CHAR_QUESTION_MARK,
      /* ? */
      CHAR_RIGHT_CURLY_BRACE,
      /* } */
      CHAR_RIGHT_PARENTHESES,
      /* ) */
      CHAR_RIGHT_SQUARE_BRACKET
      /* ] */
    } = require_constants();
    var isPathSeparator = (code) => {
      return code === CHAR_FORWARD_SLASH || code === CHAR_BACKWARD_SLASH;
    };
    var depth = (token) => {
      if (token.isPrefix !== true) {
        token.depth = token.isGlobstar ? Infinity : 1;
      }
    };
    var scan2 = (input, options) => {
      const opts = options || {};
      const length = input.length - 1;
      const scanToEnd = opts.parts === true || opts.tokens === true || opts.scanToEnd === true;
      const slashes = [];
      const tokens = [];
      const parts = [];
      let str = input;
      let index = -1;
      let start = 0;
      let lastIndex = 0;
      let isBrace = false;
      let isBracket = false;
      let isGlob2 = false;
      let isExtglob = false;
      let isGlobstar = false;
      let braceEscaped = false;
      let backslashes = false;
      let negated = false;
      let negatedExtglob = false;
      let finished = false;
      let braces = 0;
      let prev;
      let code;
      let token = { value: "", depth: 0, isGlob: false };
      const eos = () => index >= length;
      const peek = () => str.charCodeAt(index + 1);
      const advance = () => {
        prev = code;
        return str.charCodeAt(++index);
      };
      while (index < length) {
        code = advance();
        let next;
        if (code === CHAR_BACKWARD_SLASH) {
          backslashes = token.backslashes = true;
          code = advance();
          if (code === CHAR_LEFT_CURLY_BRACE) {
            braceEscaped = true;
          }
          continue;
        }
        if (braceEscaped === true || code === CHAR_LEFT_CURLY_BRACE) {
          braces++;
          while (eos() !== true && (code = advance())) {
            if (code === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (code === CHAR_LEFT_CURLY_BRACE) {
              braces++;
              continue;
            }
            if (braceEscaped !== true && code === CHAR_DOT && (code = advance()) === CHAR_DOT) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (braceEscaped !== true && code === CHAR_COMMA) {
              isBrace = token.isBrace = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              if (scanToEnd === true) {
                continue;
              }
              break;
            }
            if (code === CHAR_RIGHT_CURLY_BRACE) {
              braces--;
              if (braces === 0) {
                braceEscaped = false;
                isBrace = token.isBrace = true;
                finished = true;
                break;
              }
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_FORWARD_SLASH) {
          slashes.push(index);
          tokens.push(token);
          token = { value: "", depth: 0, isGlob: false };
          if (finished === true) continue;
          if (prev === CHAR_DOT && index === start + 1) {
            start += 2;
            continue;
          }
          lastIndex = index + 1;
          continue;
        }
        if (opts.noext !== true) {
          const isExtglobChar = code === CHAR_PLUS || code === CHAR_AT || code === CHAR_ASTERISK || code === CHAR_QUESTION_MARK || code === CHAR_EXCLAMATION_MARK;
          if (isExtglobChar === true && peek() === CHAR_LEFT_PARENTHESES) {
            isGlob2 = token.isGlob = true;
            isExtglob = token.isExtglob = true;
            finished = true;
            if (code === CHAR_EXCLAMATION_MARK && index === start) {
              negatedExtglob = true;
            }
            if (scanToEnd === true) {
              let parens = 0;
              while (eos() !== true && (code = advance())) {
                if (code === CHAR_BACKWARD_SLASH) {
                  backslashes = token.backslashes = true;
                  advance();
                  continue;
                }
                if (code === CHAR_LEFT_PARENTHESES) {
                  parens++;
                  continue;
                }
                if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                  finished = true;
                  break;
                }
              }
              continue;
            }
            break;
          }
        }
        if (code === CHAR_ASTERISK) {
          if (prev === CHAR_ASTERISK) isGlobstar = token.isGlobstar = true;
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_QUESTION_MARK) {
          isGlob2 = token.isGlob = true;
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (code === CHAR_LEFT_SQUARE_BRACKET) {
          while (eos() !== true && (next = advance())) {
            if (next === CHAR_BACKWARD_SLASH) {
              backslashes = token.backslashes = true;
              advance();
              continue;
            }
            if (next === CHAR_RIGHT_SQUARE_BRACKET) {
              isBracket = token.isBracket = true;
              isGlob2 = token.isGlob = true;
              finished = true;
              break;
            }
          }
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
        if (opts.nonegate !== true && code === CHAR_EXCLAMATION_MARK && index === start) {
          negated = token.negated = true;
          start++;
          continue;
        }
        if (opts.noparen !== true && code === CHAR_LEFT_PARENTHESES) {
          isGlob2 = token.isGlob = true;
          if (scanToEnd === true) {
            let parens = 1;
            while (eos() !== true && (code = advance())) {
              if (code === CHAR_BACKWARD_SLASH) {
                backslashes = token.backslashes = true;
                advance();
                continue;
              }
              if (code === CHAR_LEFT_PARENTHESES) {
                parens++;
                continue;
              }
              if (code === CHAR_RIGHT_PARENTHESES && --parens === 0) {
                finished = true;
                break;
              }
            }
            continue;
          }
          break;
        }
        if (isGlob2 === true) {
          finished = true;
          if (scanToEnd === true) {
            continue;
          }
          break;
        }
      }
      if (opts.noext === true) {
        isExtglob = false;
        isGlob2 = false;
      }
      let base = str;
      let prefix = "";
      let glob = "";
      if (start > 0) {
        prefix = str.slice(0, start);
        str = str.slice(start);
        lastIndex -= start;
      }
      if (base && isGlob2 === true && lastIndex > 0) {
        base = str.slice(0, lastIndex);
        glob = str.slice(lastIndex);
      } else if (isGlob2 === true) {
        base = "";
        glob = str;
      } else {
        base = str;
      }
      if (base && base !== "" && base !== "/" && base !== str) {
        if (isPathSeparator(base.charCodeAt(base.length - 1))) {
          base = base.slice(0, -1);
        }
      }
      if (opts.unescape === true) {
        if (glob) glob = utils.removeBackslashes(glob);
        if (base && backslashes === true) {
          base = utils.removeBackslashes(base);
        }
      }
      const state = {
        prefix,
        input,
        start,
        base,
        glob,
        isBrace,
        isBracket,
        isGlob: isGlob2,
        isExtglob,
        isGlobstar,
        negated,
        negatedExtglob
      };
      if (opts.tokens === true) {
        state.maxDepth = 0;
        if (!isPathSeparator(code)) {
          tokens.push(token);
        }
        state.tokens = tokens;
      }
      if (opts.parts === true || opts.tokens === true) {
        let prevIndex;
        for (let idx = 0; idx < slashes.length; idx++) {
          const n2 = prevIndex !== void 0 ? prevIndex + 1 : start;
          const i = slashes[idx];
          const value2 = input.slice(n2, i);
          if (opts.tokens) {
            if (idx === 0 && start !== 0) {
              tokens[idx].isPrefix = true;
              tokens[idx].value = prefix;
            } else {
              tokens[idx].value = value2;
            }
            depth(tokens[idx]);
            state.maxDepth += tokens[idx].depth;
          }
          if (i >= start) {
            parts.push(value2);
            prevIndex = i;
          }
        }
        const n = prevIndex !== void 0 ? prevIndex + 1 : start;
        const value = input.slice(n);
        parts.push(value);
        if (opts.tokens && prevIndex && prevIndex + 1 < input.length) {
          tokens[tokens.length - 1].value = value;
          depth(tokens[tokens.length - 1]);
          state.maxDepth += tokens[tokens.length - 1].depth;
        }
        state.slashes = slashes;
        state.parts = parts;
      }
      return state;
    };
    module.exports = scan2;
  }
});

// node_modules/picomatch/lib/parse.js
var require_parse = __commonJS({
  "node_modules/picomatch/lib/parse.js"(exports, module) {
    "use strict";
    var constants2 = require_constants();
    var utils = require_utils();
    var {
      MAX_LENGTH,
      POSIX_REGEX_SOURCE,
      REGEX_NON_SPECIAL_CHARS,
      REGEX_SPECIAL_CHARS_BACKREF,
      REPLACEMENTS
    } = constants2;
    var expandRange = (args, options) => {
      if (typeof options.expandRange === "function") {
        return options.expandRange(...args, options);
      }
      args.sort();
      const value = `[${args.join("-")}]`;
      try {
        new RegExp(value);
      } catch (ex) {
        return args.map((v) => utils.escapeRegex(v)).join("..");
      }
      return value;
    };
    var syntaxError = (type, char) => {
      return `Missing ${type}: "${char}" - use "\\\\${char}" to match literal characters`;
    };
    var splitTopLevel = (input) => {
      const parts = [];
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let value = "";
      let escaped = false;
      for (const ch of input) {
        if (escaped === true) {
          value += ch;
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          value += ch;
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          value += ch;
          continue;
        }
        if (quote === 0) {
          if (ch === "[") {
            bracket++;
          } else if (ch === "]" && bracket > 0) {
            bracket--;
          } else if (bracket === 0) {
            if (ch === "(") {
              paren++;
            } else if (ch === ")" && paren > 0) {
              paren--;
            } else if (ch === "|" && paren === 0) {
              parts.push(value);
              value = "";
              continue;
            }
          }
        }
        value += ch;
      }
      parts.push(value);
      return parts;
    };
    var isPlainBranch = (branch) => {
      let escaped = false;
      for (const ch of branch) {
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (/[?*+@!()[\]{}]/.test(ch)) {
          return false;
        }
      }
      return true;
    };
    var normalizeSimpleBranch = (branch) => {
      let value = branch.trim();
      let changed = true;
      while (changed === true) {
        changed = false;
        if (/^@\([^\\()[\]{}|]+\)$/.test(value)) {
          value = value.slice(2, -1);
          changed = true;
        }
      }
      if (!isPlainBranch(value)) {
        return;
      }
      return value.replace(/\\(.)/g, "$1");
    };
    var hasRepeatedCharPrefixOverlap = (branches) => {
      const values = branches.map(normalizeSimpleBranch).filter(Boolean);
      for (let i = 0; i < values.length; i++) {
        for (let j = i + 1; j < values.length; j++) {
          const a = values[i];
          const b = values[j];
          const char = a[0];
          if (!char || a !== char.repeat(a.length) || b !== char.repeat(b.length)) {
            continue;
          }
          if (a === b || a.startsWith(b) || b.startsWith(a)) {
            return true;
          }
        }
      }
      return false;
    };
    var parseRepeatedExtglob = (pattern, requireEnd = true) => {
      if (pattern[0] !== "+" && pattern[0] !== "*" || pattern[1] !== "(") {
        return;
      }
      let bracket = 0;
      let paren = 0;
      let quote = 0;
      let escaped = false;
      for (let i = 1; i < pattern.length; i++) {
        const ch = pattern[i];
        if (escaped === true) {
          escaped = false;
          continue;
        }
        if (ch === "\\") {
          escaped = true;
          continue;
        }
        if (ch === '"') {
          quote = quote === 1 ? 0 : 1;
          continue;
        }
        if (quote === 1) {
          continue;
        }
        if (ch === "[") {
          bracket++;
          continue;
        }
        if (ch === "]" && bracket > 0) {
          bracket--;
          continue;
        }
        if (bracket > 0) {
          continue;
        }
        if (ch === "(") {
          paren++;
          continue;
        }
        if (ch === ")") {
          paren--;
          if (paren === 0) {
            if (requireEnd === true && i !== pattern.length - 1) {
              return;
            }
            return {
              type: pattern[0],
              body: pattern.slice(2, i),
              end: i
            };
          }
        }
      }
    };
    var buildCharClassStar = (chars) => {
      const source = chars.length === 1 ? utils.escapeRegex(chars[0]) : `[${chars.map((ch) => utils.escapeRegex(ch)).join("")}]`;
      return `${source}*`;
    };
    var getStarExtglobSequenceChars = (pattern) => {
      let index = 0;
      const chars = [];
      while (index < pattern.length) {
        const match2 = parseRepeatedExtglob(pattern.slice(index), false);
        if (!match2 || match2.type !== "*") {
          return;
        }
        const branches = splitTopLevel(match2.body).map((branch2) => branch2.trim());
        if (branches.length !== 1) {
          return;
        }
        const branch = normalizeSimpleBranch(branches[0]);
        if (!branch || branch.length !== 1) {
          return;
        }
        chars.push(branch);
        index += match2.end + 1;
      }
      if (chars.length < 1) {
        return;
      }
      return chars;
    };
    var repeatedExtglobRecursion = (pattern) => {
      let depth = 0;
      let value = pattern.trim();
      let match2 = parseRepeatedExtglob(value);
      while (match2) {
        depth++;
        value = match2.body.trim();
        match2 = parseRepeatedExtglob(value);
      }
      return depth;
    };
    var analyzeRepeatedExtglob = (body, options) => {
      if (options.maxExtglobRecursion === false) {
        return { risky: false };
      }
      const max = typeof options.maxExtglobRecursion === "number" ? options.maxExtglobRecursion : constants2.DEFAULT_MAX_EXTGLOB_RECURSION;
      const branches = splitTopLevel(body).map((branch) => branch.trim());
      if (branches.length > 1) {
        if (branches.some((branch) => branch === "") || branches.some((branch) => /^[*?]+$/.test(branch)) || hasRepeatedCharPrefixOverlap(branches)) {
          return { risky: true };
        }
      }
      const safeChars = [];
      let sawStarSequence = false;
      let combinable = true;
      for (const branch of branches) {
        const chars = getStarExtglobSequenceChars(branch);
        if (chars) {
          sawStarSequence = true;
          safeChars.push(...chars);
          continue;
        }
        const literal = normalizeSimpleBranch(branch);
        if (literal && literal.length === 1) {
          safeChars.push(literal);
          continue;
        }
        combinable = false;
        if (repeatedExtglobRecursion(branch) > max) {
          return { risky: true };
        }
      }
      if (sawStarSequence) {
        return combinable ? { risky: true, safeOutput: buildCharClassStar([...new Set(safeChars)]) } : { risky: true };
      }
      return { risky: false };
    };
    var parse = (input, options) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected a string");
      }
      input = REPLACEMENTS[input] || input;
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      let len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      const bos = { type: "bos", value: "", output: opts.prepend || "" };
      const tokens = [bos];
      const capture = opts.capture ? "" : "?:";
      const PLATFORM_CHARS = constants2.globChars(opts.windows);
      const EXTGLOB_CHARS = constants2.extglobChars(PLATFORM_CHARS);
      const {
        DOT_LITERAL,
        PLUS_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOT_SLASH,
        NO_DOTS_SLASH,
        QMARK,
        QMARK_NO_DOT,
        STAR,
        START_ANCHOR
      } = PLATFORM_CHARS;
      const globstar = (opts2) => {
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const nodot = opts.dot ? "" : NO_DOT;
      const qmarkNoDot = opts.dot ? QMARK : QMARK_NO_DOT;
      let star = opts.bash === true ? globstar(opts) : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      if (typeof opts.noext === "boolean") {
        opts.noextglob = opts.noext;
      }
      const state = {
        input,
        index: -1,
        start: 0,
        dot: opts.dot === true,
        consumed: "",
        output: "",
        prefix: "",
        backtrack: false,
        negated: false,
        brackets: 0,
        braces: 0,
        parens: 0,
        quotes: 0,
        globstar: false,
        tokens
      };
      input = utils.removePrefix(input, state);
      len = input.length;
      const extglobs = [];
      const braces = [];
      const stack = [];
      let prev = bos;
      let value;
      const eos = () => state.index === len - 1;
      const peek = state.peek = (n = 1) => input[state.index + n];
      const advance = state.advance = () => input[++state.index] || "";
      const remaining = () => input.slice(state.index + 1);
      const consume = (value2 = "", num = 0) => {
        state.consumed += value2;
        state.index += num;
      };
      const append = (token) => {
        state.output += token.output != null ? token.output : token.value;
        consume(token.value);
      };
      const negate = () => {
        let count = 1;
        while (peek() === "!" && (peek(2) !== "(" || peek(3) === "?")) {
          advance();
          state.start++;
          count++;
        }
        if (count % 2 === 0) {
          return false;
        }
        state.negated = true;
        state.start++;
        return true;
      };
      const increment = (type) => {
        state[type]++;
        stack.push(type);
      };
      const decrement = (type) => {
        state[type]--;
        stack.pop();
      };
      const push = (tok) => {
        if (prev.type === "globstar") {
          const isBrace = state.braces > 0 && (tok.type === "comma" || tok.type === "brace");
          const isExtglob = tok.extglob === true || extglobs.length && (tok.type === "pipe" || tok.type === "paren");
          if (tok.type !== "slash" && tok.type !== "paren" && !isBrace && !isExtglob) {
            state.output = state.output.slice(0, -prev.output.length);
            prev.type = "star";
            prev.value = "*";
            prev.output = star;
            state.output += prev.output;
          }
        }
        if (extglobs.length && tok.type !== "paren") {
          extglobs[extglobs.length - 1].inner += tok.value;
        }
        if (tok.value || tok.output) append(tok);
        if (prev && prev.type === "text" && tok.type === "text") {
          prev.output = (prev.output || prev.value) + tok.value;
          prev.value += tok.value;
          return;
        }
        tok.prev = prev;
        tokens.push(tok);
        prev = tok;
      };
      const extglobOpen = (type, value2) => {
        const token = { ...EXTGLOB_CHARS[value2], conditions: 1, inner: "" };
        token.prev = prev;
        token.parens = state.parens;
        token.output = state.output;
        token.startIndex = state.index;
        token.tokensIndex = tokens.length;
        const output = (opts.capture ? "(" : "") + token.open;
        increment("parens");
        push({ type, value: value2, output: state.output ? "" : ONE_CHAR });
        push({ type: "paren", extglob: true, value: advance(), output });
        extglobs.push(token);
      };
      const extglobClose = (token) => {
        const literal = input.slice(token.startIndex, state.index + 1);
        const body = input.slice(token.startIndex + 2, state.index);
        const analysis = analyzeRepeatedExtglob(body, opts);
        if ((token.type === "plus" || token.type === "star") && analysis.risky) {
          const safeOutput = analysis.safeOutput ? (token.output ? "" : ONE_CHAR) + (opts.capture ? `(${analysis.safeOutput})` : analysis.safeOutput) : void 0;
          const open = tokens[token.tokensIndex];
          open.type = "text";
          open.value = literal;
          open.output = safeOutput || utils.escapeRegex(literal);
          for (let i = token.tokensIndex + 1; i < tokens.length; i++) {
            tokens[i].value = "";
            tokens[i].output = "";
            delete tokens[i].suffix;
          }
          state.output = token.output + open.output;
          state.backtrack = true;
          push({ type: "paren", extglob: true, value, output: "" });
          decrement("parens");
          return;
        }
        let output = token.close + (opts.capture ? ")" : "");
        let rest;
        if (token.type === "negate") {
          let extglobStar = star;
          if (token.inner && token.inner.length > 1 && token.inner.includes("/")) {
            extglobStar = globstar(opts);
          }
          if (extglobStar !== star || eos() || /^\)+$/.test(remaining())) {
            output = token.close = `)$))${extglobStar}`;
          }
          if (token.inner.includes("*") && (rest = remaining()) && /^\.[^\\/.]+$/.test(rest)) {
            const expression = parse(rest, { ...options, fastpaths: false }).output;
            output = token.close = `)${expression})${extglobStar})`;
          }
          if (token.prev.type === "bos") {
            state.negatedExtglob = true;
          }
        }
        push({ type: "paren", extglob: true, value, output });
        decrement("parens");
      };
      if (opts.fastpaths !== false && !/(^[*!]|[/()[\]{}"])/.test(input)) {
        let backslashes = false;
        let output = input.replace(REGEX_SPECIAL_CHARS_BACKREF, (m, esc, chars, first, rest, index) => {
          if (first === "\\") {
            backslashes = true;
            return m;
          }
          if (first === "?") {
            if (esc) {
              return esc + first + (rest ? QMARK.repeat(rest.length) : "");
            }
            if (index === 0) {
              return qmarkNoDot + (rest ? QMARK.repeat(rest.length) : "");
            }
            return QMARK.repeat(chars.length);
          }
          if (first === ".") {
            return DOT_LITERAL.repeat(chars.length);
          }
          if (first === "*") {
            if (esc) {
              return esc + first + (rest ? star : "");
            }
            return star;
          }
          return esc ? m : `\\${m}`;
        });
        if (backslashes === true) {
          if (opts.unescape === true) {
            output = output.replace(/\\/g, "");
          } else {
            output = output.replace(/\\+/g, (m) => {
              return m.length % 2 === 0 ? "\\\\" : m ? "\\" : "";
            });
          }
        }
        if (output === input && opts.contains === true) {
          state.output = input;
          return state;
        }
        state.output = utils.wrapOutput(output, state, options);
        return state;
      }
      while (!eos()) {
        value = advance();
        if (value === "\0") {
          continue;
        }
        if (value === "\\") {
          const next = peek();
          if (next === "/" && opts.bash !== true) {
            continue;
          }
          if (next === "." || next === ";") {
            continue;
          }
          if (!next) {
            value += "\\";
            push({ type: "text", value });
            continue;
          }
          const match2 = /^\\+/.exec(remaining());
          let slashes = 0;
          if (match2 && match2[0].length > 2) {
            slashes = match2[0].length;
            state.index += slashes;
            if (slashes % 2 !== 0) {
              value += "\\";
            }
          }
          if (opts.unescape === true) {
            value = advance();
          } else {
            value += advance();
          }
          if (state.brackets === 0) {
            push({ type: "text", value });
            continue;
          }
        }
        if (state.brackets > 0 && (value !== "]" || prev.value === "[" || prev.value === "[^")) {
          if (opts.posix !== false && value === ":") {
            const inner = prev.value.slice(1);
            if (inner.includes("[")) {
              prev.posix = true;
              if (inner.includes(":")) {
                const idx = prev.value.lastIndexOf("[");
                const pre = prev.value.slice(0, idx);
                const rest2 = prev.value.slice(idx + 2);
                const posix = POSIX_REGEX_SOURCE[rest2];
                if (posix) {
                  prev.value = pre + posix;
                  state.backtrack = true;
                  advance();
                  if (!bos.output && tokens.indexOf(prev) === 1) {
                    bos.output = ONE_CHAR;
                  }
                  continue;
                }
              }
            }
          }
          if (value === "[" && peek() !== ":" || value === "-" && peek() === "]") {
            value = `\\${value}`;
          }
          if (value === "]" && (prev.value === "[" || prev.value === "[^")) {
            value = `\\${value}`;
          }
          if (opts.posix === true && value === "!" && prev.value === "[") {
            value = "^";
          }
          prev.value += value;
          append({ value });
          continue;
        }
        if (state.quotes === 1 && value !== '"') {
          value = utils.escapeRegex(value);
          prev.value += value;
          append({ value });
          continue;
        }
        if (value === '"') {
          state.quotes = state.quotes === 1 ? 0 : 1;
          if (opts.keepQuotes === true) {
            push({ type: "text", value });
          }
          continue;
        }
        if (value === "(") {
          increment("parens");
          push({ type: "paren", value });
          continue;
        }
        if (value === ")") {
          if (state.parens === 0 && opts.strictBrackets === true) {
            throw new SyntaxError(syntaxError("opening", "("));
          }
          const extglob = extglobs[extglobs.length - 1];
          if (extglob && state.parens === extglob.parens + 1) {
            extglobClose(extglobs.pop());
            continue;
          }
          push({ type: "paren", value, output: state.parens ? ")" : "\\)" });
          decrement("parens");
          continue;
        }
        if (value === "[") {
          if (opts.nobracket === true || !remaining().includes("]")) {
            if (opts.nobracket !== true && opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("closing", "]"));
            }
            value = `\\${value}`;
          } else {
            increment("brackets");
          }
          push({ type: "bracket", value });
          continue;
        }
        if (value === "]") {
          if (opts.nobracket === true || prev && prev.type === "bracket" && prev.value.length === 1) {
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          if (state.brackets === 0) {
            if (opts.strictBrackets === true) {
              throw new SyntaxError(syntaxError("opening", "["));
            }
            push({ type: "text", value, output: `\\${value}` });
            continue;
          }
          decrement("brackets");
          const prevValue = prev.value.slice(1);
          if (prev.posix !== true && prevValue[0] === "^" && !prevValue.includes("/")) {
            value = `/${value}`;
          }
          prev.value += value;
          append({ value });
          if (opts.literalBrackets === false || utils.hasRegexChars(prevValue)) {
            continue;
          }
          const escaped = utils.escapeRegex(prev.value);
          state.output = state.output.slice(0, -prev.value.length);
          if (opts.literalBrackets === true) {
            state.output += escaped;
            prev.value = escaped;
            continue;
          }
          prev.value = `(${capture}${escaped}|${prev.value})`;
          state.output += prev.value;
          continue;
        }
        if (value === "{" && opts.nobrace !== true) {
          increment("braces");
          const open = {
            type: "brace",
            value,
            output: "(",
            outputIndex: state.output.length,
            tokensIndex: state.tokens.length
          };
          braces.push(open);
          push(open);
          continue;
        }
        if (value === "}") {
          const brace = braces[braces.length - 1];
          if (opts.nobrace === true || !brace) {
            push({ type: "text", value, output: value });
            continue;
          }
          let output = ")";
          if (brace.dots === true) {
            const arr = tokens.slice();
            const range = [];
            for (let i = arr.length - 1; i >= 0; i--) {
              tokens.pop();
              if (arr[i].type === "brace") {
                break;
              }
              if (arr[i].type !== "dots") {
                range.unshift(arr[i].value);
              }
            }
            output = expandRange(range, opts);
            state.backtrack = true;
          }
          if (brace.comma !== true && brace.dots !== true) {
            const out = state.output.slice(0, brace.outputIndex);
            const toks = state.tokens.slice(brace.tokensIndex);
            brace.value = brace.output = "\\{";
            value = output = "\\}";
            state.output = out;
            for (const t of toks) {
              state.output += t.output || t.value;
            }
          }
          push({ type: "brace", value, output });
          decrement("braces");
          braces.pop();
          continue;
        }
        if (value === "|") {
          if (extglobs.length > 0) {
            extglobs[extglobs.length - 1].conditions++;
          }
          push({ type: "text", value });
          continue;
        }
        if (value === ",") {
          let output = value;
          const brace = braces[braces.length - 1];
          if (brace && stack[stack.length - 1] === "braces") {
            brace.comma = true;
            output = "|";
          }
          push({ type: "comma", value, output });
          continue;
        }
        if (value === "/") {
          if (prev.type === "dot" && state.index === state.start + 1) {
            state.start = state.index + 1;
            state.consumed = "";
            state.output = "";
            tokens.pop();
            prev = bos;
            continue;
          }
          push({ type: "slash", value, output: SLASH_LITERAL });
          continue;
        }
        if (value === ".") {
          if (state.braces > 0 && prev.type === "dot") {
            if (prev.value === ".") prev.output = DOT_LITERAL;
            const brace = braces[braces.length - 1];
            prev.type = "dots";
            prev.output += value;
            prev.value += value;
            brace.dots = true;
            continue;
          }
          if (state.braces + state.parens === 0 && prev.type !== "bos" && prev.type !== "slash") {
            push({ type: "text", value, output: DOT_LITERAL });
            continue;
          }
          push({ type: "dot", value, output: DOT_LITERAL });
          continue;
        }
        if (value === "?") {
          const isGroup = prev && prev.value === "(";
          if (!isGroup && opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("qmark", value);
            continue;
          }
          if (prev && prev.type === "paren") {
            const next = peek();
            let output = value;
            if (prev.value === "(" && !/[!=<:]/.test(next) || next === "<" && !/<([!=]|\w+>)/.test(remaining())) {
              output = `\\${value}`;
            }
            push({ type: "text", value, output });
            continue;
          }
          if (opts.dot !== true && (prev.type === "slash" || prev.type === "bos")) {
            push({ type: "qmark", value, output: QMARK_NO_DOT });
            continue;
          }
          push({ type: "qmark", value, output: QMARK });
          continue;
        }
        if (value === "!") {
          if (opts.noextglob !== true && peek() === "(") {
            if (peek(2) !== "?" || !/[!=<:]/.test(peek(3))) {
              extglobOpen("negate", value);
              continue;
            }
          }
          if (opts.nonegate !== true && state.index === 0) {
            negate();
            continue;
          }
        }
        if (value === "+") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            extglobOpen("plus", value);
            continue;
          }
          if (prev && prev.value === "(" || opts.regex === false) {
            push({ type: "plus", value, output: PLUS_LITERAL });
            continue;
          }
          if (prev && (prev.type === "bracket" || prev.type === "paren" || prev.type === "brace") || state.parens > 0) {
            push({ type: "plus", value });
            continue;
          }
          push({ type: "plus", value: PLUS_LITERAL });
          continue;
        }
        if (value === "@") {
          if (opts.noextglob !== true && peek() === "(" && peek(2) !== "?") {
            push({ type: "at", extglob: true, value, output: "" });
            continue;
          }
          push({ type: "text", value });
          continue;
        }
        if (value !== "*") {
          if (value === "$" || value === "^") {
            value = `\\${value}`;
          }
          const match2 = REGEX_NON_SPECIAL_CHARS.exec(remaining());
          if (match2) {
            value += match2[0];
            state.index += match2[0].length;
          }
          push({ type: "text", value });
          continue;
        }
        if (prev && (prev.type === "globstar" || prev.star === true)) {
          prev.type = "star";
          prev.star = true;
          prev.value += value;
          prev.output = star;
          state.backtrack = true;
          state.globstar = true;
          consume(value);
          continue;
        }
        let rest = remaining();
        if (opts.noextglob !== true && /^\([^?]/.test(rest)) {
          extglobOpen("star", value);
          continue;
        }
        if (prev.type === "star") {
          if (opts.noglobstar === true) {
            consume(value);
            continue;
          }
          const prior = prev.prev;
          const before = prior.prev;
          const isStart = prior.type === "slash" || prior.type === "bos";
          const afterStar = before && (before.type === "star" || before.type === "globstar");
          if (opts.bash === true && (!isStart || rest[0] && rest[0] !== "/")) {
            push({ type: "star", value, output: "" });
            continue;
          }
          const isBrace = state.braces > 0 && (prior.type === "comma" || prior.type === "brace");
          const isExtglob = extglobs.length && (prior.type === "pipe" || prior.type === "paren");
          if (!isStart && prior.type !== "paren" && !isBrace && !isExtglob) {
            push({ type: "star", value, output: "" });
            continue;
          }
          while (rest.slice(0, 3) === "/**") {
            const after = input[state.index + 4];
            if (after && after !== "/") {
              break;
            }
            rest = rest.slice(3);
            consume("/**", 3);
          }
          const isEnd = eos() || state.parens > 0 && rest === ")".repeat(state.parens) && !extglobs.some((extglob) => extglob.type === "negate");
          if (prior.type === "bos" && eos()) {
            prev.type = "globstar";
            prev.value += value;
            prev.output = globstar(opts);
            state.output = prev.output;
            state.globstar = true;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && !afterStar && isEnd) {
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = globstar(opts) + (opts.strictSlashes ? ")" : "|$)");
            prev.value += value;
            state.globstar = true;
            state.output += prior.output + prev.output;
            consume(value);
            continue;
          }
          if (prior.type === "slash" && prior.prev.type !== "bos" && rest[0] === "/") {
            const end = rest[1] !== void 0 ? "|$" : "";
            state.output = state.output.slice(0, -(prior.output + prev.output).length);
            prior.output = `(?:${prior.output}`;
            prev.type = "globstar";
            prev.output = `${globstar(opts)}${SLASH_LITERAL}|${SLASH_LITERAL}${end})`;
            prev.value += value;
            state.output += prior.output + prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          if (prior.type === "bos" && rest[0] === "/") {
            prev.type = "globstar";
            prev.value += value;
            prev.output = `(?:^|${SLASH_LITERAL}|${globstar(opts)}${SLASH_LITERAL})`;
            state.output = prev.output;
            state.globstar = true;
            consume(value + advance());
            push({ type: "slash", value: "/", output: "" });
            continue;
          }
          state.output = state.output.slice(0, -prev.output.length);
          prev.type = "globstar";
          prev.output = globstar(opts);
          prev.value += value;
          state.output += prev.output;
          state.globstar = true;
          consume(value);
          continue;
        }
        const token = { type: "star", value, output: star };
        if (opts.bash === true) {
          token.output = ".*?";
          if (prev.type === "bos" || prev.type === "slash") {
            token.output = nodot + token.output;
          }
          push(token);
          continue;
        }
        if (prev && (prev.type === "bracket" || prev.type === "paren") && opts.regex === true) {
          token.output = value;
          push(token);
          continue;
        }
        if (state.index === state.start || prev.type === "slash" || prev.type === "dot") {
          if (prev.type === "dot") {
            state.output += NO_DOT_SLASH;
            prev.output += NO_DOT_SLASH;
          } else if (opts.dot === true) {
            state.output += NO_DOTS_SLASH;
            prev.output += NO_DOTS_SLASH;
          } else {
            state.output += nodot;
            prev.output += nodot;
          }
          if (peek() !== "*") {
            state.output += ONE_CHAR;
            prev.output += ONE_CHAR;
          }
        }
        push(token);
      }
      while (state.brackets > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "]"));
        state.output = utils.escapeLast(state.output, "[");
        decrement("brackets");
      }
      while (state.parens > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", ")"));
        state.output = utils.escapeLast(state.output, "(");
        decrement("parens");
      }
      while (state.braces > 0) {
        if (opts.strictBrackets === true) throw new SyntaxError(syntaxError("closing", "}"));
        state.output = utils.escapeLast(state.output, "{");
        decrement("braces");
      }
      if (opts.strictSlashes !== true && (prev.type === "star" || prev.type === "bracket")) {
        push({ type: "maybe_slash", value: "", output: `${SLASH_LITERAL}?` });
      }
      if (state.backtrack === true) {
        state.output = "";
        for (const token of state.tokens) {
          state.output += token.output != null ? token.output : token.value;
          if (token.suffix) {
            state.output += token.suffix;
          }
        }
      }
      return state;
    };
    parse.fastpaths = (input, options) => {
      const opts = { ...options };
      const max = typeof opts.maxLength === "number" ? Math.min(MAX_LENGTH, opts.maxLength) : MAX_LENGTH;
      const len = input.length;
      if (len > max) {
        throw new SyntaxError(`Input length: ${len}, exceeds maximum allowed length: ${max}`);
      }
      input = REPLACEMENTS[input] || input;
      const {
        DOT_LITERAL,
        SLASH_LITERAL,
        ONE_CHAR,
        DOTS_SLASH,
        NO_DOT,
        NO_DOTS,
        NO_DOTS_SLASH,
        STAR,
        START_ANCHOR
      } = constants2.globChars(opts.windows);
      const nodot = opts.dot ? NO_DOTS : NO_DOT;
      const slashDot = opts.dot ? NO_DOTS_SLASH : NO_DOT;
      const capture = opts.capture ? "" : "?:";
      const state = { negated: false, prefix: "" };
      let star = opts.bash === true ? ".*?" : STAR;
      if (opts.capture) {
        star = `(${star})`;
      }
      const globstar = (opts2) => {
        if (opts2.noglobstar === true) return star;
        return `(${capture}(?:(?!${START_ANCHOR}${opts2.dot ? DOTS_SLASH : DOT_LITERAL}).)*?)`;
      };
      const create = (str) => {
        switch (str) {
          case "*":
            return `${nodot}${ONE_CHAR}${star}`;
          case ".*":
            return `${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*.*":
            return `${nodot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "*/*":
            return `${nodot}${star}${SLASH_LITERAL}${ONE_CHAR}${slashDot}${star}`;
          case "**":
            return nodot + globstar(opts);
          case "**/*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${ONE_CHAR}${star}`;
          case "**/*.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${slashDot}${star}${DOT_LITERAL}${ONE_CHAR}${star}`;
          case "**/.*":
            return `(?:${nodot}${globstar(opts)}${SLASH_LITERAL})?${DOT_LITERAL}${ONE_CHAR}${star}`;
          default: {
            const match2 = /^(.*?)\.(\w+)$/.exec(str);
            if (!match2) return;
            const source2 = create(match2[1]);
            if (!source2) return;
            return source2 + DOT_LITERAL + match2[2];
          }
        }
      };
      const output = utils.removePrefix(input, state);
      let source = create(output);
      if (source && opts.strictSlashes !== true) {
        source += `${SLASH_LITERAL}?`;
      }
      return source;
    };
    module.exports = parse;
  }
});

// node_modules/picomatch/lib/picomatch.js
var require_picomatch = __commonJS({
  "node_modules/picomatch/lib/picomatch.js"(exports, module) {
    "use strict";
    var scan2 = require_scan();
    var parse = require_parse();
    var utils = require_utils();
    var constants2 = require_constants();
    var isObject = (val) => val && typeof val === "object" && !Array.isArray(val);
    var picomatch2 = (glob, options, returnState = false) => {
      if (Array.isArray(glob)) {
        const fns = glob.map((input) => picomatch2(input, options, returnState));
        const arrayMatcher = (str) => {
          for (const isMatch of fns) {
            const state2 = isMatch(str);
            if (state2) return state2;
          }
          return false;
        };
        return arrayMatcher;
      }
      const isState = isObject(glob) && glob.tokens && glob.input;
      if (glob === "" || typeof glob !== "string" && !isState) {
        throw new TypeError("Expected pattern to be a non-empty string");
      }
      const opts = options || {};
      const posix = opts.windows;
      const regex = isState ? picomatch2.compileRe(glob, options) : picomatch2.makeRe(glob, options, false, true);
      const state = regex.state;
      delete regex.state;
      let isIgnored = () => false;
      if (opts.ignore) {
        const ignoreOpts = { ...options, ignore: null, onMatch: null, onResult: null };
        isIgnored = picomatch2(opts.ignore, ignoreOpts, returnState);
      }
      const matcher2 = (input, returnObject = false) => {
        const { isMatch, match: match2, output } = picomatch2.test(input, regex, options, { glob, posix });
        const result = { glob, state, regex, posix, input, output, match: match2, isMatch };
        if (typeof opts.onResult === "function") {
          opts.onResult(result);
        }
        if (isMatch === false) {
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (isIgnored(input)) {
          if (typeof opts.onIgnore === "function") {
            opts.onIgnore(result);
          }
          result.isMatch = false;
          return returnObject ? result : false;
        }
        if (typeof opts.onMatch === "function") {
          opts.onMatch(result);
        }
        return returnObject ? result : true;
      };
      if (returnState) {
        matcher2.state = state;
      }
      return matcher2;
    };
    picomatch2.test = (input, regex, options, { glob, posix } = {}) => {
      if (typeof input !== "string") {
        throw new TypeError("Expected input to be a string");
      }
      if (input === "") {
        return { isMatch: false, output: "" };
      }
      const opts = options || {};
      const format2 = opts.format || (posix ? utils.toPosixSlashes : null);
      let match2 = input === glob;
      let output = match2 && format2 ? format2(input) : input;
      if (match2 === false) {
        output = format2 ? format2(input) : input;
        match2 = output === glob;
      }
      if (match2 === false || opts.capture === true) {
        if (opts.matchBase === true || opts.basename === true) {
          match2 = picomatch2.matchBase(input, regex, options, posix);
        } else {
          match2 = regex.exec(output);
        }
      }
      return { isMatch: Boolean(match2), match: match2, output };
    };
    picomatch2.matchBase = (input, glob, options, posix = options && options.windows) => {
      const regex = glob instanceof RegExp ? glob : picomatch2.makeRe(glob, options);
      return regex.test(utils.basename(input, { windows: posix }));
    };
    picomatch2.isMatch = (str, patterns, options) => picomatch2(patterns, options)(str);
    picomatch2.parse = (pattern, options) => {
      if (Array.isArray(pattern)) return pattern.map((p) => picomatch2.parse(p, options));
      return parse(pattern, { ...options, fastpaths: false });
    };
    picomatch2.scan = (input, options) => scan2(input, options);
    picomatch2.compileRe = (state, options, returnOutput = false, returnState = false) => {
      if (returnOutput === true) {
        return state.output;
      }
      const opts = options || {};
      const prepend = opts.contains ? "" : "^";
      const append = opts.contains ? "" : "$";
      let source = `${prepend}(?:${state.output})${append}`;
      if (state && state.negated === true) {
        source = `^(?!${source}).*$`;
      }
      const regex = picomatch2.toRegex(source, options);
      if (returnState === true) {
        regex.state = state;
      }
      return regex;
    };
    picomatch2.makeRe = (input, options = {}, returnOutput = false, returnState = false) => {
      if (!input || typeof input !== "string") {
        throw new TypeError("Expected a non-empty string");
      }
      let parsed = { negated: false, fastpaths: true };
      if (options.fastpaths !== false && (input[0] === "." || input[0] === "*")) {
        parsed.output = parse.fastpaths(input, options);
      }
      if (!parsed.output) {
        parsed = parse(input, options);
      }
      return picomatch2.compileRe(parsed, options, returnOutput, returnState);
    };
    picomatch2.toRegex = (source, options) => {
      try {
        const opts = options || {};
        return new RegExp(source, opts.flags || (opts.nocase ? "i" : ""));
      } catch (err) {
        if (options && options.debug === true) throw err;
        return /$^/;
      }
    };
    picomatch2.constants = constants2;
    module.exports = picomatch2;
  }
});

// node_modules/picomatch/index.js
var require_picomatch2 = __commonJS({
  "node_modules/picomatch/index.js"(exports, module) {
    "use strict";
    var pico = require_picomatch();
    var utils = require_utils();
    function picomatch2(glob, options, returnState = false) {
      if (options && (options.windows === null || options.windows === void 0)) {
        options = { ...options, windows: utils.isWindows() };
      }
      return pico(glob, options, returnState);
    }
    Object.assign(picomatch2, pico);
    module.exports = picomatch2;
  }
});

// src/cli/run.ts
async function runDoor(flags, door) {
  const terminal = processTerminal(flags.color);
  const say = (line) => {
    if (!flags.quiet) terminal.err(`${line}
`);
  };
  const options = readFlags(flags, {
    cwd: process.cwd(),
    env: process.env,
    now: /* @__PURE__ */ new Date(),
    version: readVersion()
  });
  if (!options.ok) return report(options.error, terminal);
  const result = await door.run(options.value, say);
  if (!result.ok) return report(result.error, terminal);
  terminal.out(await door.render[flags.format](result.value, terminal));
  return door.exitCode(result.value);
}
function report({ message: message2 }, terminal) {
  terminal.err(`rotate-pr: ${message2}
`);
  return 2;
}

// src/rotation/selection.ts
var import_picomatch = __toESM(require_picomatch2(), 1);
function matcher(patterns) {
  if (patterns.length === 0) return () => true;
  const tests = patterns.map((pattern) => (0, import_picomatch.default)(pattern, { dot: true, nonegate: true }));
  return (name) => tests.some((test) => test(name));
}
function isGlob(pattern) {
  return import_picomatch.default.scan(pattern).isGlob;
}
function kindsOf(selection) {
  if (selection.kinds.length > 0) return new Set(selection.kinds);
  return new Set(KINDS.filter((kind) => kind.byDefault).map((kind) => kind.name));
}
function selectsNamespace(selection) {
  const clusters = matcher(selection.clusters);
  const namespaces = matcher(selection.namespaces);
  return (cluster, namespace) => (clusters(cluster) || clusters(cluster.split(".", 1)[0] ?? "")) && namespaces(namespace);
}
function needsFacts(selection) {
  return selection.teams.length > 0 || selection.production !== null;
}
function selectsFacts(selection, facts) {
  if (selection.production !== null && facts.production !== selection.production) return false;
  const team = matcher(selection.teams);
  return selection.teams.length === 0 || facts.teams.some(team);
}
function selectsCredential(selection, purpose) {
  const module = matcher(selection.modules);
  const rotated = kindsOf(selection);
  const reported = selection.kinds.length > 0 ? rotated : new Set(KINDS.map((kind) => kind.name));
  const kinds = purpose === "rotate" ? rotated : reported;
  return ({ credential, age }) => kinds.has(credential.kind) && module(credential.module) && (!selection.due || age !== "ok" && credential.state !== "exempt");
}

// src/commands/estate.ts
var import_fastest_levenshtein = __toESM(require_mod(), 1);

// src/estate/root.ts
import { lstatSync, realpathSync, statSync } from "node:fs";
import { dirname, join, relative, resolve, sep } from "node:path";
function findRoot(cwd, root) {
  return root === void 0 ? rootAbove(cwd) : rootGiven(resolve(cwd, root));
}
function currentNamespace(root, cwd) {
  const from = realPath(root);
  const to = realPath(cwd);
  if (from === null || to === null) return null;
  const [top, cluster, namespace] = relative(from, to).split(sep);
  if (top !== NAMESPACES || !cluster || !namespace || cluster.startsWith(".")) return null;
  return { cluster, namespace };
}
function rootGiven(path) {
  const root = realPath(path);
  if (root === null) return notFound(`${path} (from --root) does not exist or cannot be read. ${WHAT_TO_DO}`);
  if (!holdsNamespaces(root)) {
    return notFound(`${path} (from --root) has no folder ${NAMESPACES}/. ${WHAT_TO_DO}`);
  }
  const top = gitTopAbove(root);
  return { root, top, prefix: top === null ? "" : relative(top, root).split(sep).join("/") };
}
function rootAbove(cwd) {
  const start = realPath(cwd);
  if (start === null)
    return notFound(`The current folder ${cwd} does not exist or cannot be read. ${WHAT_TO_DO}`);
  const top = gitTopAbove(start);
  if (top === null) return notFound(`No git repository at or above ${start}. ${WHAT_TO_DO}`);
  if (holdsNamespaces(top)) return { root: top, top, prefix: "" };
  const nearer = foldersUp(start).find((folder) => folder.length > top.length && holdsNamespaces(folder));
  const advice = nearer === void 0 ? WHAT_TO_DO : `Did you mean --root ${nearer}?`;
  return notFound(`The git repository ${top} has no folder ${NAMESPACES}/ at its top. ${advice}`);
}
var WHAT_TO_DO = "Run rotate-pr in a clone of ministryofjustice/cloud-platform-environments, or name its folder with --root.";
function notFound(message2) {
  return { code: "not-an-environments-repository", message: message2 };
}
function gitTopAbove(start) {
  return foldersUp(start).find((folder) => statSync(join(folder, ".git"), QUIET) !== void 0) ?? null;
}
function foldersUp(start) {
  const folders = [start];
  for (let at = start; dirname(at) !== at; at = dirname(at)) folders.push(dirname(at));
  return folders;
}
function holdsNamespaces(folder) {
  try {
    return lstatSync(join(folder, NAMESPACES), QUIET)?.isDirectory() === true;
  } catch {
    return false;
  }
}
var QUIET = { throwIfNoEntry: false };
function realPath(path) {
  try {
    return realpathSync.native(path);
  } catch {
    return null;
  }
}

// node_modules/@date-fns/tz/tzName/index.js
function tzName(timeZone, date, format2 = "long") {
  return new Intl.DateTimeFormat("en-US", {
    // Enforces engine to render the time. Without the option JavaScriptCore omits it.
    hour: "numeric",
    timeZone,
    timeZoneName: format2
  }).format(date).split(/\s/g).slice(2).join(" ");
}

// node_modules/@date-fns/tz/tzOffset/index.js
var offsetFormatCache = {};
var offsetCache = {};
function tzOffset(timeZone, date) {
  try {
    const format2 = offsetFormatCache[timeZone] ||= new Intl.DateTimeFormat("en-US", {
      timeZone,
      timeZoneName: "longOffset"
    }).format;
    const offsetStr = format2(date).split("GMT")[1];
    if (offsetStr in offsetCache) return offsetCache[offsetStr];
    return calcOffset(offsetStr, offsetStr.split(":"));
  } catch {
    if (timeZone in offsetCache) return offsetCache[timeZone];
    const captures = timeZone?.match(offsetRe);
    if (captures) return calcOffset(timeZone, captures.slice(1));
    return NaN;
  }
}
var offsetRe = /([+-]\d\d):?(\d\d)?/;
function calcOffset(cacheStr, values) {
  const hours = +(values[0] || 0);
  const minutes = +(values[1] || 0);
  const seconds = +(values[2] || 0) / 60;
  return offsetCache[cacheStr] = hours * 60 + minutes > 0 ? hours * 60 + minutes + seconds : hours * 60 - minutes - seconds;
}

// node_modules/@date-fns/tz/date/mini.js
var TZDateMini = class _TZDateMini extends Date {
  //#region static
  constructor(...args) {
    super();
    if (args.length > 1 && typeof args[args.length - 1] === "string") {
      this.timeZone = args.pop();
    }
    this.internal = /* @__PURE__ */ new Date();
    if (isNaN(tzOffset(this.timeZone, this))) {
      this.setTime(NaN);
    } else {
      if (!args.length) {
        this.setTime(Date.now());
      } else if (typeof args[0] === "number" && (args.length === 1 || args.length === 2 && typeof args[1] !== "number")) {
        this.setTime(args[0]);
      } else if (typeof args[0] === "string") {
        this.setTime(+new Date(args[0]));
      } else if (args[0] instanceof Date) {
        this.setTime(+args[0]);
      } else {
        this.setTime(+new Date(...args));
        adjustToSystemTZ(this, args);
      }
    }
  }
  static tz(tz, ...args) {
    return args.length ? new _TZDateMini(...args, tz) : new _TZDateMini(Date.now(), tz);
  }
  //#endregion
  //#region time zone
  withTimeZone(timeZone) {
    return new _TZDateMini(+this, timeZone);
  }
  getTimezoneOffset() {
    const offset = -tzOffset(this.timeZone, this);
    return offset > 0 ? Math.floor(offset) : Math.ceil(offset);
  }
  //#endregion
  //#region time
  setTime(_time) {
    Date.prototype.setTime.apply(this, arguments);
    syncToInternal(this);
    return +this;
  }
  //#endregion
  //#region date-fns integration
  [/* @__PURE__ */ Symbol.for("constructDateFrom")](date) {
    return new _TZDateMini(+new Date(date), this.timeZone);
  }
  //#endregion
};
var re = /^(get|set)(?!UTC)/;
Object.getOwnPropertyNames(Date.prototype).forEach((method) => {
  if (!re.test(method)) return;
  const utcMethod = method.replace(re, "$1UTC");
  if (!TZDateMini.prototype[utcMethod]) return;
  if (method.startsWith("get")) {
    TZDateMini.prototype[method] = function() {
      return this.internal[utcMethod]();
    };
  } else {
    TZDateMini.prototype[method] = function() {
      Date.prototype[utcMethod].apply(this.internal, arguments);
      syncFromInternal(this);
      return +this;
    };
    TZDateMini.prototype[utcMethod] = function() {
      Date.prototype[utcMethod].apply(this, arguments);
      syncToInternal(this);
      return +this;
    };
  }
});
function syncToInternal(date) {
  date.internal.setTime(+date);
  date.internal.setUTCSeconds(date.internal.getUTCSeconds() - // Round after converting minutes to seconds to avoid fractional offset
  // precision errors from historical offsets.
  Math.round(-tzOffset(date.timeZone, date) * 60));
}
function syncFromInternal(date) {
  Date.prototype.setFullYear.call(date, date.internal.getUTCFullYear(), date.internal.getUTCMonth(), date.internal.getUTCDate());
  Date.prototype.setHours.call(date, date.internal.getUTCHours(), date.internal.getUTCMinutes(), date.internal.getUTCSeconds(), date.internal.getUTCMilliseconds());
  adjustToSystemTZ(date);
}
function adjustToSystemTZ(date, constructorArgs) {
  const expectedInternalTime = Array.isArray(constructorArgs) ? constructorArgsToInternalTime(constructorArgs) : +date.internal;
  const offsetWithSeconds = tzOffset(date.timeZone, date);
  const offset = offsetWithSeconds > 0 ? Math.floor(offsetWithSeconds) : Math.ceil(offsetWithSeconds);
  const prevHour = /* @__PURE__ */ new Date(+date);
  prevHour.setUTCHours(prevHour.getUTCHours() - 1);
  const systemOffset = -(/* @__PURE__ */ new Date(+date)).getTimezoneOffset();
  const prevHourSystemOffset = -(/* @__PURE__ */ new Date(+prevHour)).getTimezoneOffset();
  const systemDSTChange = systemOffset - prevHourSystemOffset;
  let systemOffsetForDiff = systemOffset;
  if (systemDSTChange && systemOffset !== offset) {
    const systemHour = Date.prototype.getHours.apply(date);
    const expectedHour = Array.isArray(constructorArgs) ? constructorArgs[3] || 0 : date.internal.getUTCHours();
    if (systemHour !== expectedHour) {
      const testDate = /* @__PURE__ */ new Date(+date);
      const testOffsetDiff = systemOffset - offset;
      if (testOffsetDiff) testDate.setUTCMinutes(testDate.getUTCMinutes() + testOffsetDiff);
      const testOffsetWithSeconds = tzOffset(date.timeZone, testDate);
      const testOffset = testOffsetWithSeconds > 0 ? Math.floor(testOffsetWithSeconds) : Math.ceil(testOffsetWithSeconds);
      if (testOffset === offset) systemOffsetForDiff = prevHourSystemOffset;
    }
  }
  const offsetDiff = systemOffsetForDiff - offset;
  if (offsetDiff)
    Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + offsetDiff);
  const systemDate = /* @__PURE__ */ new Date(+date);
  systemDate.setUTCSeconds(0);
  const systemSecondsOffset = systemOffset > 0 ? systemDate.getSeconds() : (systemDate.getSeconds() - 60) % 60;
  const secondsOffset = Math.round(-(tzOffset(date.timeZone, date) * 60)) % 60;
  if (secondsOffset || systemSecondsOffset)
    Date.prototype.setUTCSeconds.call(date, Date.prototype.getUTCSeconds.call(date) + secondsOffset + systemSecondsOffset);
  const postOffsetWithSeconds = tzOffset(date.timeZone, date);
  const postOffset = postOffsetWithSeconds > 0 ? Math.floor(postOffsetWithSeconds) : Math.ceil(postOffsetWithSeconds);
  const postSystemOffset = -(/* @__PURE__ */ new Date(+date)).getTimezoneOffset();
  const postOffsetDiff = postSystemOffset - postOffset;
  const offsetChanged = postOffset !== offset;
  const postDiff = postOffsetDiff - offsetDiff;
  const targetDSTShift = postOffset - offset;
  const postOffsetCandidate = expectedInternalTime - postOffset * 60 * 1e3;
  const normalizedTargetDSTGap = targetDSTShift > 0 && targetInternalTime(date) - expectedInternalTime === targetDSTShift * 60 * 1e3 && targetInternalTime(date, postOffsetCandidate) !== expectedInternalTime;
  if (offsetChanged && postDiff && !normalizedTargetDSTGap) {
    Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + postDiff);
    const newOffsetWithSeconds = tzOffset(date.timeZone, date);
    const newOffset = newOffsetWithSeconds > 0 ? Math.floor(newOffsetWithSeconds) : Math.ceil(newOffsetWithSeconds);
    const offsetChange = postOffset - newOffset;
    if (offsetChange && postDiff < 0) {
      Date.prototype.setUTCMinutes.call(date, Date.prototype.getUTCMinutes.call(date) + offsetChange);
    }
  }
  syncToInternal(date);
  const expectedTime = constructorArgs ? expectedInternalTime : expectedInternalTime + secondsOffset * 1e3;
  const drift = expectedTime - +date.internal;
  if (drift && Math.abs(drift) < 30 * 60 * 1e3) {
    Date.prototype.setTime.call(date, +date + drift);
    syncToInternal(date);
  }
}
function constructorArgsToInternalTime(args) {
  return Date.UTC(args[0], args.length > 1 ? args[1] : 0, args.length > 2 ? args[2] : 1, ...args.slice(3));
}
function targetInternalTime(date, time) {
  const internal = new Date(time ?? +date);
  internal.setUTCSeconds(internal.getUTCSeconds() - Math.round(-tzOffset(date.timeZone, internal) * 60));
  return +internal;
}

// node_modules/@date-fns/tz/date/index.js
var TZDate = class _TZDate extends TZDateMini {
  //#region static
  static tz(tz, ...args) {
    return args.length ? new _TZDate(...args, tz) : new _TZDate(Date.now(), tz);
  }
  //#endregion
  //#region representation
  toISOString() {
    const [sign, hours, minutes] = this.tzComponents();
    const tz = `${sign}${hours}:${minutes}`;
    return this.internal.toISOString().slice(0, -1) + tz;
  }
  toString() {
    return `${this.toDateString()} ${this.toTimeString()}`;
  }
  toDateString() {
    const [day, date, month, year] = this.internal.toUTCString().split(" ");
    return `${day?.slice(0, -1)} ${month} ${date} ${year}`;
  }
  toTimeString() {
    const time = this.internal.toUTCString().split(" ")[4];
    const [sign, hours, minutes] = this.tzComponents();
    return `${time} GMT${sign}${hours}${minutes} (${tzName(this.timeZone, this)})`;
  }
  toLocaleString(locales, options) {
    return Date.prototype.toLocaleString.call(this, locales, {
      ...options,
      timeZone: options?.timeZone || this.timeZone
    });
  }
  toLocaleDateString(locales, options) {
    return Date.prototype.toLocaleDateString.call(this, locales, {
      ...options,
      timeZone: options?.timeZone || this.timeZone
    });
  }
  toLocaleTimeString(locales, options) {
    return Date.prototype.toLocaleTimeString.call(this, locales, {
      ...options,
      timeZone: options?.timeZone || this.timeZone
    });
  }
  //#endregion
  //#region private
  tzComponents() {
    const offset = this.getTimezoneOffset();
    const sign = offset > 0 ? "-" : "+";
    const hours = String(Math.floor(Math.abs(offset) / 60)).padStart(2, "0");
    const minutes = String(Math.abs(offset) % 60).padStart(2, "0");
    return [sign, hours, minutes];
  }
  //#endregion
  withTimeZone(timeZone) {
    return new _TZDate(+this, timeZone);
  }
  //#region date-fns integration
  [/* @__PURE__ */ Symbol.for("constructDateFrom")](date) {
    return new _TZDate(+new Date(date), this.timeZone);
  }
  //#endregion
};

// node_modules/date-fns/constants.js
var daysInYear = 365.2425;
var maxTime = Math.pow(10, 8) * 24 * 60 * 60 * 1e3;
var minTime = -maxTime;
var millisecondsInWeek = 6048e5;
var millisecondsInDay = 864e5;
var secondsInHour = 3600;
var secondsInDay = secondsInHour * 24;
var secondsInWeek = secondsInDay * 7;
var secondsInYear = secondsInDay * daysInYear;
var secondsInMonth = secondsInYear / 12;
var secondsInQuarter = secondsInMonth * 3;
var constructFromSymbol = /* @__PURE__ */ Symbol.for("constructDateFrom");

// node_modules/date-fns/constructFrom.js
function constructFrom(date, value) {
  if (typeof date === "function") return date(value);
  if (date && typeof date === "object" && constructFromSymbol in date)
    return date[constructFromSymbol](value);
  if (date instanceof Date) return new date.constructor(value);
  return new Date(value);
}

// node_modules/date-fns/toDate.js
function toDate(argument, context) {
  return constructFrom(context || argument, argument);
}

// node_modules/date-fns/_lib/defaultOptions.js
var defaultOptions = {};
function getDefaultOptions() {
  return defaultOptions;
}

// node_modules/date-fns/startOfWeek.js
function startOfWeek(date, options) {
  const defaultOptions2 = getDefaultOptions();
  const weekStartsOn = options?.weekStartsOn ?? options?.locale?.options?.weekStartsOn ?? defaultOptions2.weekStartsOn ?? defaultOptions2.locale?.options?.weekStartsOn ?? 0;
  const _date = toDate(date, options?.in);
  const day = _date.getDay();
  const diff = (day < weekStartsOn ? 7 : 0) + day - weekStartsOn;
  _date.setDate(_date.getDate() - diff);
  _date.setHours(0, 0, 0, 0);
  return _date;
}

// node_modules/date-fns/startOfISOWeek.js
function startOfISOWeek(date, options) {
  return startOfWeek(date, { ...options, weekStartsOn: 1 });
}

// node_modules/date-fns/getISOWeekYear.js
function getISOWeekYear(date, options) {
  const _date = toDate(date, options?.in);
  const year = _date.getFullYear();
  const fourthOfJanuaryOfNextYear = constructFrom(_date, 0);
  fourthOfJanuaryOfNextYear.setFullYear(year + 1, 0, 4);
  fourthOfJanuaryOfNextYear.setHours(0, 0, 0, 0);
  const startOfNextYear = startOfISOWeek(fourthOfJanuaryOfNextYear);
  const fourthOfJanuaryOfThisYear = constructFrom(_date, 0);
  fourthOfJanuaryOfThisYear.setFullYear(year, 0, 4);
  fourthOfJanuaryOfThisYear.setHours(0, 0, 0, 0);
  const startOfThisYear = startOfISOWeek(fourthOfJanuaryOfThisYear);
  if (_date.getTime() >= startOfNextYear.getTime()) {
    return year + 1;
  } else if (_date.getTime() >= startOfThisYear.getTime()) {
    return year;
  } else {
    return year - 1;
  }
}

// node_modules/date-fns/_lib/getTimezoneOffsetInMilliseconds.js
function getTimezoneOffsetInMilliseconds(date) {
  const _date = toDate(date);
  const utcDate = new Date(
    Date.UTC(
      _date.getFullYear(),
      _date.getMonth(),
      _date.getDate(),
      _date.getHours(),
      _date.getMinutes(),
      _date.getSeconds(),
      _date.getMilliseconds()
    )
  );
  utcDate.setUTCFullYear(_date.getFullYear());
  return +date - +utcDate;
}

// node_modules/date-fns/_lib/normalizeDates.js
function normalizeDates(context, ...dates) {
  const normalize = constructFrom.bind(
    null,
    context || dates.find((date) => typeof date === "object")
  );
  return dates.map(normalize);
}

// node_modules/date-fns/startOfDay.js
function startOfDay(date, options) {
  const _date = toDate(date, options?.in);
  _date.setHours(0, 0, 0, 0);
  return _date;
}

// node_modules/date-fns/differenceInCalendarDays.js
function differenceInCalendarDays(laterDate, earlierDate, options) {
  const [laterDate_, earlierDate_] = normalizeDates(
    options?.in,
    laterDate,
    earlierDate
  );
  const laterStartOfDay = startOfDay(laterDate_);
  const earlierStartOfDay = startOfDay(earlierDate_);
  const laterTimestamp = +laterStartOfDay - getTimezoneOffsetInMilliseconds(laterStartOfDay);
  const earlierTimestamp = +earlierStartOfDay - getTimezoneOffsetInMilliseconds(earlierStartOfDay);
  return Math.round((laterTimestamp - earlierTimestamp) / millisecondsInDay);
}

// node_modules/date-fns/startOfISOWeekYear.js
function startOfISOWeekYear(date, options) {
  const year = getISOWeekYear(date, options);
  const fourthOfJanuary = constructFrom(options?.in || date, 0);
  fourthOfJanuary.setFullYear(year, 0, 4);
  fourthOfJanuary.setHours(0, 0, 0, 0);
  return startOfISOWeek(fourthOfJanuary);
}

// node_modules/date-fns/isDate.js
function isDate(value) {
  return value instanceof Date || typeof value === "object" && Object.prototype.toString.call(value) === "[object Date]";
}

// node_modules/date-fns/isValid.js
function isValid(date) {
  return !(!isDate(date) && typeof date !== "number" || isNaN(+toDate(date)));
}

// node_modules/date-fns/startOfYear.js
function startOfYear(date, options) {
  const date_ = toDate(date, options?.in);
  date_.setFullYear(date_.getFullYear(), 0, 1);
  date_.setHours(0, 0, 0, 0);
  return date_;
}

// node_modules/date-fns/locale/en-US/_lib/formatDistance.js
var formatDistanceLocale = {
  lessThanXSeconds: {
    one: "less than a second",
    other: "less than {{count}} seconds"
  },
  xSeconds: {
    one: "1 second",
    other: "{{count}} seconds"
  },
  halfAMinute: "half a minute",
  lessThanXMinutes: {
    one: "less than a minute",
    other: "less than {{count}} minutes"
  },
  xMinutes: {
    one: "1 minute",
    other: "{{count}} minutes"
  },
  aboutXHours: {
    one: "about 1 hour",
    other: "about {{count}} hours"
  },
  xHours: {
    one: "1 hour",
    other: "{{count}} hours"
  },
  xDays: {
    one: "1 day",
    other: "{{count}} days"
  },
  aboutXWeeks: {
    one: "about 1 week",
    other: "about {{count}} weeks"
  },
  xWeeks: {
    one: "1 week",
    other: "{{count}} weeks"
  },
  aboutXMonths: {
    one: "about 1 month",
    other: "about {{count}} months"
  },
  xMonths: {
    one: "1 month",
    other: "{{count}} months"
  },
  aboutXYears: {
    one: "about 1 year",
    other: "about {{count}} years"
  },
  xYears: {
    one: "1 year",
    other: "{{count}} years"
  },
  overXYears: {
    one: "over 1 year",
    other: "over {{count}} years"
  },
  almostXYears: {
    one: "almost 1 year",
    other: "almost {{count}} years"
  }
};
var formatDistance = (token, count, options) => {
  let result;
  const tokenValue = formatDistanceLocale[token];
  if (typeof tokenValue === "string") {
    result = tokenValue;
  } else if (count === 1) {
    result = tokenValue.one;
  } else {
    result = tokenValue.other.replace("{{count}}", count.toString());
  }
  if (options?.addSuffix) {
    if (options.comparison && options.comparison > 0) {
      return "in " + result;
    } else {
      return result + " ago";
    }
  }
  return result;
};

// node_modules/date-fns/locale/_lib/buildFormatLongFn.js
function buildFormatLongFn(args) {
  return (options = {}) => {
    const width = options.width ? String(options.width) : args.defaultWidth;
    const format2 = args.formats[width] || args.formats[args.defaultWidth];
    return format2;
  };
}

// node_modules/date-fns/locale/en-US/_lib/formatLong.js
var dateFormats = {
  full: "EEEE, MMMM do, y",
  long: "MMMM do, y",
  medium: "MMM d, y",
  short: "MM/dd/yyyy"
};
var timeFormats = {
  full: "h:mm:ss a zzzz",
  long: "h:mm:ss a z",
  medium: "h:mm:ss a",
  short: "h:mm a"
};
var dateTimeFormats = {
  full: "{{date}} 'at' {{time}}",
  long: "{{date}} 'at' {{time}}",
  medium: "{{date}}, {{time}}",
  short: "{{date}}, {{time}}"
};
var formatLong = {
  date: buildFormatLongFn({
    formats: dateFormats,
    defaultWidth: "full"
  }),
  time: buildFormatLongFn({
    formats: timeFormats,
    defaultWidth: "full"
  }),
  dateTime: buildFormatLongFn({
    formats: dateTimeFormats,
    defaultWidth: "full"
  })
};

// node_modules/date-fns/locale/en-US/_lib/formatRelative.js
var formatRelativeLocale = {
  lastWeek: "'last' eeee 'at' p",
  yesterday: "'yesterday at' p",
  today: "'today at' p",
  tomorrow: "'tomorrow at' p",
  nextWeek: "eeee 'at' p",
  other: "P"
};
var formatRelative = (token, _date, _baseDate, _options) => formatRelativeLocale[token];

// node_modules/date-fns/locale/_lib/buildLocalizeFn.js
function buildLocalizeFn(args) {
  return (value, options) => {
    const context = options?.context ? String(options.context) : "standalone";
    let valuesArray;
    if (context === "formatting" && args.formattingValues) {
      const defaultWidth = args.defaultFormattingWidth || args.defaultWidth;
      const width = options?.width ? String(options.width) : defaultWidth;
      valuesArray = args.formattingValues[width] || args.formattingValues[defaultWidth];
    } else {
      const defaultWidth = args.defaultWidth;
      const width = options?.width ? String(options.width) : args.defaultWidth;
      valuesArray = args.values[width] || args.values[defaultWidth];
    }
    const index = args.argumentCallback ? args.argumentCallback(value) : value;
    return valuesArray[index];
  };
}

// node_modules/date-fns/locale/en-US/_lib/localize.js
var eraValues = {
  narrow: ["B", "A"],
  abbreviated: ["BC", "AD"],
  wide: ["Before Christ", "Anno Domini"]
};
var quarterValues = {
  narrow: ["1", "2", "3", "4"],
  abbreviated: ["Q1", "Q2", "Q3", "Q4"],
  wide: ["1st quarter", "2nd quarter", "3rd quarter", "4th quarter"]
};
var monthValues = {
  narrow: ["J", "F", "M", "A", "M", "J", "J", "A", "S", "O", "N", "D"],
  abbreviated: [
    "Jan",
    "Feb",
    "Mar",
    "Apr",
    "May",
    "Jun",
    "Jul",
    "Aug",
    "Sep",
    "Oct",
    "Nov",
    "Dec"
  ],
  wide: [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December"
  ]
};
var dayValues = {
  narrow: ["S", "M", "T", "W", "T", "F", "S"],
  short: ["Su", "Mo", "Tu", "We", "Th", "Fr", "Sa"],
  abbreviated: ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"],
  wide: [
    "Sunday",
    "Monday",
    "Tuesday",
    "Wednesday",
    "Thursday",
    "Friday",
    "Saturday"
  ]
};
var dayPeriodValues = {
  narrow: {
    am: "a",
    pm: "p",
    midnight: "mi",
    noon: "n",
    morning: "morning",
    afternoon: "afternoon",
    evening: "evening",
    night: "night"
  },
  abbreviated: {
    am: "AM",
    pm: "PM",
    midnight: "midnight",
    noon: "noon",
    morning: "morning",
    afternoon: "afternoon",
    evening: "evening",
    night: "night"
  },
  wide: {
    am: "a.m.",
    pm: "p.m.",
    midnight: "midnight",
    noon: "noon",
    morning: "morning",
    afternoon: "afternoon",
    evening: "evening",
    night: "night"
  }
};
var formattingDayPeriodValues = {
  narrow: {
    am: "a",
    pm: "p",
    midnight: "mi",
    noon: "n",
    morning: "in the morning",
    afternoon: "in the afternoon",
    evening: "in the evening",
    night: "at night"
  },
  abbreviated: {
    am: "AM",
    pm: "PM",
    midnight: "midnight",
    noon: "noon",
    morning: "in the morning",
    afternoon: "in the afternoon",
    evening: "in the evening",
    night: "at night"
  },
  wide: {
    am: "a.m.",
    pm: "p.m.",
    midnight: "midnight",
    noon: "noon",
    morning: "in the morning",
    afternoon: "in the afternoon",
    evening: "in the evening",
    night: "at night"
  }
};
var ordinalNumber = (dirtyNumber, _options) => {
  const number = Number(dirtyNumber);
  const rem100 = number % 100;
  if (rem100 > 20 || rem100 < 10) {
    switch (rem100 % 10) {
      case 1:
        return number + "st";
      case 2:
        return number + "nd";
      case 3:
        return number + "rd";
    }
  }
  return number + "th";
};
var localize = {
  ordinalNumber,
  era: buildLocalizeFn({
    values: eraValues,
    defaultWidth: "wide"
  }),
  quarter: buildLocalizeFn({
    values: quarterValues,
    defaultWidth: "wide",
    argumentCallback: (quarter) => quarter - 1
  }),
  month: buildLocalizeFn({
    values: monthValues,
    defaultWidth: "wide"
  }),
  day: buildLocalizeFn({
    values: dayValues,
    defaultWidth: "wide"
  }),
  dayPeriod: buildLocalizeFn({
    values: dayPeriodValues,
    defaultWidth: "wide",
    formattingValues: formattingDayPeriodValues,
    defaultFormattingWidth: "wide"
  })
};

// node_modules/date-fns/locale/_lib/buildMatchFn.js
function buildMatchFn(args) {
  return (string, options = {}) => {
    const width = options.width;
    const matchPattern = width && args.matchPatterns[width] || args.matchPatterns[args.defaultMatchWidth];
    const matchResult = string.match(matchPattern);
    if (!matchResult) {
      return null;
    }
    const matchedString = matchResult[0];
    const parsePatterns = width && args.parsePatterns[width] || args.parsePatterns[args.defaultParseWidth];
    const key = Array.isArray(parsePatterns) ? findIndex(parsePatterns, (pattern) => pattern.test(matchedString)) : (
      // [TODO] -- I challenge you to fix the type
      findKey(parsePatterns, (pattern) => pattern.test(matchedString))
    );
    let value;
    value = args.valueCallback ? args.valueCallback(key) : key;
    value = options.valueCallback ? (
      // [TODO] -- I challenge you to fix the type
      options.valueCallback(value)
    ) : value;
    const rest = string.slice(matchedString.length);
    return { value, rest };
  };
}
function findKey(object, predicate) {
  for (const key in object) {
    if (Object.prototype.hasOwnProperty.call(object, key) && predicate(object[key])) {
      return key;
    }
  }
  return void 0;
}
function findIndex(array, predicate) {
  for (let key = 0; key < array.length; key++) {
    if (predicate(array[key])) {
      return key;
    }
  }
  return void 0;
}

// node_modules/date-fns/locale/_lib/buildMatchPatternFn.js
function buildMatchPatternFn(args) {
  return (string, options = {}) => {
    const matchResult = string.match(args.matchPattern);
    if (!matchResult) return null;
    const matchedString = matchResult[0];
    const parseResult = string.match(args.parsePattern);
    if (!parseResult) return null;
    let value = args.valueCallback ? args.valueCallback(parseResult[0]) : parseResult[0];
    value = options.valueCallback ? options.valueCallback(value) : value;
    const rest = string.slice(matchedString.length);
    return { value, rest };
  };
}

// node_modules/date-fns/locale/en-US/_lib/match.js
var matchOrdinalNumberPattern = /^(\d+)(th|st|nd|rd)?/i;
var parseOrdinalNumberPattern = /\d+/i;
var matchEraPatterns = {
  narrow: /^(b|a)/i,
  abbreviated: /^(b\.?\s?c\.?|b\.?\s?c\.?\s?e\.?|a\.?\s?d\.?|c\.?\s?e\.?)/i,
  wide: /^(before christ|before common era|anno domini|common era)/i
};
var parseEraPatterns = {
  any: [/^b/i, /^(a|c)/i]
};
var matchQuarterPatterns = {
  narrow: /^[1234]/i,
  abbreviated: /^q[1234]/i,
  wide: /^[1234](th|st|nd|rd)? quarter/i
};
var parseQuarterPatterns = {
  any: [/1/i, /2/i, /3/i, /4/i]
};
var matchMonthPatterns = {
  narrow: /^[jfmasond]/i,
  abbreviated: /^(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)/i,
  wide: /^(january|february|march|april|may|june|july|august|september|october|november|december)/i
};
var parseMonthPatterns = {
  narrow: [
    /^j/i,
    /^f/i,
    /^m/i,
    /^a/i,
    /^m/i,
    /^j/i,
    /^j/i,
    /^a/i,
    /^s/i,
    /^o/i,
    /^n/i,
    /^d/i
  ],
  any: [
    /^ja/i,
    /^f/i,
    /^mar/i,
    /^ap/i,
    /^may/i,
    /^jun/i,
    /^jul/i,
    /^au/i,
    /^s/i,
    /^o/i,
    /^n/i,
    /^d/i
  ]
};
var matchDayPatterns = {
  narrow: /^[smtwf]/i,
  short: /^(su|mo|tu|we|th|fr|sa)/i,
  abbreviated: /^(sun|mon|tue|wed|thu|fri|sat)/i,
  wide: /^(sunday|monday|tuesday|wednesday|thursday|friday|saturday)/i
};
var parseDayPatterns = {
  narrow: [/^s/i, /^m/i, /^t/i, /^w/i, /^t/i, /^f/i, /^s/i],
  any: [/^su/i, /^m/i, /^tu/i, /^w/i, /^th/i, /^f/i, /^sa/i]
};
var matchDayPeriodPatterns = {
  narrow: /^(a|p|mi|n|(in the|at) (morning|afternoon|evening|night))/i,
  any: /^([ap]\.?\s?m\.?|midnight|noon|(in the|at) (morning|afternoon|evening|night))/i
};
var parseDayPeriodPatterns = {
  any: {
    am: /^a/i,
    pm: /^p/i,
    midnight: /^mi/i,
    noon: /^no/i,
    morning: /morning/i,
    afternoon: /afternoon/i,
    evening: /evening/i,
    night: /night/i
  }
};
var match = {
  ordinalNumber: buildMatchPatternFn({
    matchPattern: matchOrdinalNumberPattern,
    parsePattern: parseOrdinalNumberPattern,
    valueCallback: (value) => parseInt(value, 10)
  }),
  era: buildMatchFn({
    matchPatterns: matchEraPatterns,
    defaultMatchWidth: "wide",
    parsePatterns: parseEraPatterns,
    defaultParseWidth: "any"
  }),
  quarter: buildMatchFn({
    matchPatterns: matchQuarterPatterns,
    defaultMatchWidth: "wide",
    parsePatterns: parseQuarterPatterns,
    defaultParseWidth: "any",
    valueCallback: (index) => index + 1
  }),
  month: buildMatchFn({
    matchPatterns: matchMonthPatterns,
    defaultMatchWidth: "wide",
    parsePatterns: parseMonthPatterns,
    defaultParseWidth: "any"
  }),
  day: buildMatchFn({
    matchPatterns: matchDayPatterns,
    defaultMatchWidth: "wide",
    parsePatterns: parseDayPatterns,
    defaultParseWidth: "any"
  }),
  dayPeriod: buildMatchFn({
    matchPatterns: matchDayPeriodPatterns,
    defaultMatchWidth: "any",
    parsePatterns: parseDayPeriodPatterns,
    defaultParseWidth: "any"
  })
};

// node_modules/date-fns/locale/en-US.js
var enUS = {
  code: "en-US",
  formatDistance,
  formatLong,
  formatRelative,
  localize,
  match,
  options: {
    weekStartsOn: 0,
    firstWeekContainsDate: 1
  }
};

// node_modules/date-fns/getDayOfYear.js
function getDayOfYear(date, options) {
  const _date = toDate(date, options?.in);
  const diff = differenceInCalendarDays(_date, startOfYear(_date));
  const dayOfYear = diff + 1;
  return dayOfYear;
}

// node_modules/date-fns/getISOWeek.js
function getISOWeek(date, options) {
  const _date = toDate(date, options?.in);
  const diff = +startOfISOWeek(_date) - +startOfISOWeekYear(_date);
  return Math.round(diff / millisecondsInWeek) + 1;
}

// node_modules/date-fns/getWeekYear.js
function getWeekYear(date, options) {
  const _date = toDate(date, options?.in);
  const year = _date.getFullYear();
  const defaultOptions2 = getDefaultOptions();
  const firstWeekContainsDate = options?.firstWeekContainsDate ?? options?.locale?.options?.firstWeekContainsDate ?? defaultOptions2.firstWeekContainsDate ?? defaultOptions2.locale?.options?.firstWeekContainsDate ?? 1;
  const firstWeekOfNextYear = constructFrom(options?.in || date, 0);
  firstWeekOfNextYear.setFullYear(year + 1, 0, firstWeekContainsDate);
  firstWeekOfNextYear.setHours(0, 0, 0, 0);
  const startOfNextYear = startOfWeek(firstWeekOfNextYear, options);
  const firstWeekOfThisYear = constructFrom(options?.in || date, 0);
  firstWeekOfThisYear.setFullYear(year, 0, firstWeekContainsDate);
  firstWeekOfThisYear.setHours(0, 0, 0, 0);
  const startOfThisYear = startOfWeek(firstWeekOfThisYear, options);
  if (+_date >= +startOfNextYear) {
    return year + 1;
  } else if (+_date >= +startOfThisYear) {
    return year;
  } else {
    return year - 1;
  }
}

// node_modules/date-fns/startOfWeekYear.js
function startOfWeekYear(date, options) {
  const defaultOptions2 = getDefaultOptions();
  const firstWeekContainsDate = options?.firstWeekContainsDate ?? options?.locale?.options?.firstWeekContainsDate ?? defaultOptions2.firstWeekContainsDate ?? defaultOptions2.locale?.options?.firstWeekContainsDate ?? 1;
  const year = getWeekYear(date, options);
  const firstWeek = constructFrom(options?.in || date, 0);
  firstWeek.setFullYear(year, 0, firstWeekContainsDate);
  firstWeek.setHours(0, 0, 0, 0);
  const _date = startOfWeek(firstWeek, options);
  return _date;
}

// node_modules/date-fns/getWeek.js
function getWeek(date, options) {
  const _date = toDate(date, options?.in);
  const diff = +startOfWeek(_date, options) - +startOfWeekYear(_date, options);
  return Math.round(diff / millisecondsInWeek) + 1;
}

// node_modules/date-fns/_lib/addLeadingZeros.js
function addLeadingZeros(number, targetLength) {
  const sign = number < 0 ? "-" : "";
  const output = Math.abs(number).toString().padStart(targetLength, "0");
  return sign + output;
}

// node_modules/date-fns/_lib/format/lightFormatters.js
var lightFormatters = {
  // Year
  y(date, token) {
    const signedYear = date.getFullYear();
    const year = signedYear > 0 ? signedYear : 1 - signedYear;
    return addLeadingZeros(token === "yy" ? year % 100 : year, token.length);
  },
  // Month
  M(date, token) {
    const month = date.getMonth();
    return token === "M" ? String(month + 1) : addLeadingZeros(month + 1, 2);
  },
  // Day of the month
  d(date, token) {
    return addLeadingZeros(date.getDate(), token.length);
  },
  // AM or PM
  a(date, token) {
    const dayPeriodEnumValue = date.getHours() / 12 >= 1 ? "pm" : "am";
    switch (token) {
      case "a":
      case "aa":
        return dayPeriodEnumValue.toUpperCase();
      case "aaa":
        return dayPeriodEnumValue;
      case "aaaaa":
        return dayPeriodEnumValue[0];
      case "aaaa":
      default:
        return dayPeriodEnumValue === "am" ? "a.m." : "p.m.";
    }
  },
  // Hour [1-12]
  h(date, token) {
    return addLeadingZeros(date.getHours() % 12 || 12, token.length);
  },
  // Hour [0-23]
  H(date, token) {
    return addLeadingZeros(date.getHours(), token.length);
  },
  // Minute
  m(date, token) {
    return addLeadingZeros(date.getMinutes(), token.length);
  },
  // Second
  s(date, token) {
    return addLeadingZeros(date.getSeconds(), token.length);
  },
  // Fraction of second
  S(date, token) {
    const numberOfDigits = token.length;
    const milliseconds = date.getMilliseconds();
    const fractionalSeconds = Math.trunc(
      milliseconds * Math.pow(10, numberOfDigits - 3)
    );
    return addLeadingZeros(fractionalSeconds, token.length);
  }
};

// node_modules/date-fns/_lib/format/formatters.js
var dayPeriodEnum = {
  am: "am",
  pm: "pm",
  midnight: "midnight",
  noon: "noon",
  morning: "morning",
  afternoon: "afternoon",
  evening: "evening",
  night: "night"
};
var formatters = {
  // Era
  G: function(date, token, localize2) {
    const era = date.getFullYear() > 0 ? 1 : 0;
    switch (token) {
      // AD, BC
      case "G":
      case "GG":
      case "GGG":
        return localize2.era(era, { width: "abbreviated" });
      // A, B
      case "GGGGG":
        return localize2.era(era, { width: "narrow" });
      // Anno Domini, Before Christ
      case "GGGG":
      default:
        return localize2.era(era, { width: "wide" });
    }
  },
  // Year
  y: function(date, token, localize2) {
    if (token === "yo") {
      const signedYear = date.getFullYear();
      const year = signedYear > 0 ? signedYear : 1 - signedYear;
      return localize2.ordinalNumber(year, { unit: "year" });
    }
    return lightFormatters.y(date, token);
  },
  // Local week-numbering year
  Y: function(date, token, localize2, options) {
    const signedWeekYear = getWeekYear(date, options);
    const weekYear = signedWeekYear > 0 ? signedWeekYear : 1 - signedWeekYear;
    if (token === "YY") {
      const twoDigitYear = weekYear % 100;
      return addLeadingZeros(twoDigitYear, 2);
    }
    if (token === "Yo") {
      return localize2.ordinalNumber(weekYear, { unit: "year" });
    }
    return addLeadingZeros(weekYear, token.length);
  },
  // ISO week-numbering year
  R: function(date, token) {
    const isoWeekYear = getISOWeekYear(date);
    return addLeadingZeros(isoWeekYear, token.length);
  },
  // Extended year. This is a single number designating the year of this calendar system.
  // The main difference between `y` and `u` localizers are B.C. years:
  // | Year | `y` | `u` |
  // |------|-----|-----|
  // | AC 1 |   1 |   1 |
  // | BC 1 |   1 |   0 |
  // | BC 2 |   2 |  -1 |
  // Also `yy` always returns the last two digits of a year,
  // while `uu` pads single digit years to 2 characters and returns other years unchanged.
  u: function(date, token) {
    const year = date.getFullYear();
    return addLeadingZeros(year, token.length);
  },
  // Quarter
  Q: function(date, token, localize2) {
    const quarter = Math.ceil((date.getMonth() + 1) / 3);
    switch (token) {
      // 1, 2, 3, 4
      case "Q":
        return String(quarter);
      // 01, 02, 03, 04
      case "QQ":
        return addLeadingZeros(quarter, 2);
      // 1st, 2nd, 3rd, 4th
      case "Qo":
        return localize2.ordinalNumber(quarter, { unit: "quarter" });
      // Q1, Q2, Q3, Q4
      case "QQQ":
        return localize2.quarter(quarter, {
          width: "abbreviated",
          context: "formatting"
        });
      // 1, 2, 3, 4 (narrow quarter; could be not numerical)
      case "QQQQQ":
        return localize2.quarter(quarter, {
          width: "narrow",
          context: "formatting"
        });
      // 1st quarter, 2nd quarter, ...
      case "QQQQ":
      default:
        return localize2.quarter(quarter, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // Stand-alone quarter
  q: function(date, token, localize2) {
    const quarter = Math.ceil((date.getMonth() + 1) / 3);
    switch (token) {
      // 1, 2, 3, 4
      case "q":
        return String(quarter);
      // 01, 02, 03, 04
      case "qq":
        return addLeadingZeros(quarter, 2);
      // 1st, 2nd, 3rd, 4th
      case "qo":
        return localize2.ordinalNumber(quarter, { unit: "quarter" });
      // Q1, Q2, Q3, Q4
      case "qqq":
        return localize2.quarter(quarter, {
          width: "abbreviated",
          context: "standalone"
        });
      // 1, 2, 3, 4 (narrow quarter; could be not numerical)
      case "qqqqq":
        return localize2.quarter(quarter, {
          width: "narrow",
          context: "standalone"
        });
      // 1st quarter, 2nd quarter, ...
      case "qqqq":
      default:
        return localize2.quarter(quarter, {
          width: "wide",
          context: "standalone"
        });
    }
  },
  // Month
  M: function(date, token, localize2) {
    const month = date.getMonth();
    switch (token) {
      case "M":
      case "MM":
        return lightFormatters.M(date, token);
      // 1st, 2nd, ..., 12th
      case "Mo":
        return localize2.ordinalNumber(month + 1, { unit: "month" });
      // Jan, Feb, ..., Dec
      case "MMM":
        return localize2.month(month, {
          width: "abbreviated",
          context: "formatting"
        });
      // J, F, ..., D
      case "MMMMM":
        return localize2.month(month, {
          width: "narrow",
          context: "formatting"
        });
      // January, February, ..., December
      case "MMMM":
      default:
        return localize2.month(month, { width: "wide", context: "formatting" });
    }
  },
  // Stand-alone month
  L: function(date, token, localize2) {
    const month = date.getMonth();
    switch (token) {
      // 1, 2, ..., 12
      case "L":
        return String(month + 1);
      // 01, 02, ..., 12
      case "LL":
        return addLeadingZeros(month + 1, 2);
      // 1st, 2nd, ..., 12th
      case "Lo":
        return localize2.ordinalNumber(month + 1, { unit: "month" });
      // Jan, Feb, ..., Dec
      case "LLL":
        return localize2.month(month, {
          width: "abbreviated",
          context: "standalone"
        });
      // J, F, ..., D
      case "LLLLL":
        return localize2.month(month, {
          width: "narrow",
          context: "standalone"
        });
      // January, February, ..., December
      case "LLLL":
      default:
        return localize2.month(month, { width: "wide", context: "standalone" });
    }
  },
  // Local week of year
  w: function(date, token, localize2, options) {
    const week = getWeek(date, options);
    if (token === "wo") {
      return localize2.ordinalNumber(week, { unit: "week" });
    }
    return addLeadingZeros(week, token.length);
  },
  // ISO week of year
  I: function(date, token, localize2) {
    const isoWeek = getISOWeek(date);
    if (token === "Io") {
      return localize2.ordinalNumber(isoWeek, { unit: "week" });
    }
    return addLeadingZeros(isoWeek, token.length);
  },
  // Day of the month
  d: function(date, token, localize2) {
    if (token === "do") {
      return localize2.ordinalNumber(date.getDate(), { unit: "date" });
    }
    return lightFormatters.d(date, token);
  },
  // Day of year
  D: function(date, token, localize2) {
    const dayOfYear = getDayOfYear(date);
    if (token === "Do") {
      return localize2.ordinalNumber(dayOfYear, { unit: "dayOfYear" });
    }
    return addLeadingZeros(dayOfYear, token.length);
  },
  // Day of week
  E: function(date, token, localize2) {
    const dayOfWeek = date.getDay();
    switch (token) {
      // Tue
      case "E":
      case "EE":
      case "EEE":
        return localize2.day(dayOfWeek, {
          width: "abbreviated",
          context: "formatting"
        });
      // T
      case "EEEEE":
        return localize2.day(dayOfWeek, {
          width: "narrow",
          context: "formatting"
        });
      // Tu
      case "EEEEEE":
        return localize2.day(dayOfWeek, {
          width: "short",
          context: "formatting"
        });
      // Tuesday
      case "EEEE":
      default:
        return localize2.day(dayOfWeek, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // Local day of week
  e: function(date, token, localize2, options) {
    const dayOfWeek = date.getDay();
    const localDayOfWeek = (dayOfWeek - options.weekStartsOn + 8) % 7 || 7;
    switch (token) {
      // Numerical value (Nth day of week with current locale or weekStartsOn)
      case "e":
        return String(localDayOfWeek);
      // Padded numerical value
      case "ee":
        return addLeadingZeros(localDayOfWeek, 2);
      // 1st, 2nd, ..., 7th
      case "eo":
        return localize2.ordinalNumber(localDayOfWeek, { unit: "day" });
      case "eee":
        return localize2.day(dayOfWeek, {
          width: "abbreviated",
          context: "formatting"
        });
      // T
      case "eeeee":
        return localize2.day(dayOfWeek, {
          width: "narrow",
          context: "formatting"
        });
      // Tu
      case "eeeeee":
        return localize2.day(dayOfWeek, {
          width: "short",
          context: "formatting"
        });
      // Tuesday
      case "eeee":
      default:
        return localize2.day(dayOfWeek, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // Stand-alone local day of week
  c: function(date, token, localize2, options) {
    const dayOfWeek = date.getDay();
    const localDayOfWeek = (dayOfWeek - options.weekStartsOn + 8) % 7 || 7;
    switch (token) {
      // Numerical value (same as in `e`)
      case "c":
        return String(localDayOfWeek);
      // Padded numerical value
      case "cc":
        return addLeadingZeros(localDayOfWeek, token.length);
      // 1st, 2nd, ..., 7th
      case "co":
        return localize2.ordinalNumber(localDayOfWeek, { unit: "day" });
      case "ccc":
        return localize2.day(dayOfWeek, {
          width: "abbreviated",
          context: "standalone"
        });
      // T
      case "ccccc":
        return localize2.day(dayOfWeek, {
          width: "narrow",
          context: "standalone"
        });
      // Tu
      case "cccccc":
        return localize2.day(dayOfWeek, {
          width: "short",
          context: "standalone"
        });
      // Tuesday
      case "cccc":
      default:
        return localize2.day(dayOfWeek, {
          width: "wide",
          context: "standalone"
        });
    }
  },
  // ISO day of week
  i: function(date, token, localize2) {
    const dayOfWeek = date.getDay();
    const isoDayOfWeek = dayOfWeek === 0 ? 7 : dayOfWeek;
    switch (token) {
      // 2
      case "i":
        return String(isoDayOfWeek);
      // 02
      case "ii":
        return addLeadingZeros(isoDayOfWeek, token.length);
      // 2nd
      case "io":
        return localize2.ordinalNumber(isoDayOfWeek, { unit: "day" });
      // Tue
      case "iii":
        return localize2.day(dayOfWeek, {
          width: "abbreviated",
          context: "formatting"
        });
      // T
      case "iiiii":
        return localize2.day(dayOfWeek, {
          width: "narrow",
          context: "formatting"
        });
      // Tu
      case "iiiiii":
        return localize2.day(dayOfWeek, {
          width: "short",
          context: "formatting"
        });
      // Tuesday
      case "iiii":
      default:
        return localize2.day(dayOfWeek, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // AM or PM
  a: function(date, token, localize2) {
    const hours = date.getHours();
    const dayPeriodEnumValue = hours / 12 >= 1 ? "pm" : "am";
    switch (token) {
      case "a":
      case "aa":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "abbreviated",
          context: "formatting"
        });
      case "aaa":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "abbreviated",
          context: "formatting"
        }).toLowerCase();
      case "aaaaa":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "narrow",
          context: "formatting"
        });
      case "aaaa":
      default:
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // AM, PM, midnight, noon
  b: function(date, token, localize2) {
    const hours = date.getHours();
    let dayPeriodEnumValue;
    if (hours === 12) {
      dayPeriodEnumValue = dayPeriodEnum.noon;
    } else if (hours === 0) {
      dayPeriodEnumValue = dayPeriodEnum.midnight;
    } else {
      dayPeriodEnumValue = hours / 12 >= 1 ? "pm" : "am";
    }
    switch (token) {
      case "b":
      case "bb":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "abbreviated",
          context: "formatting"
        });
      case "bbb":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "abbreviated",
          context: "formatting"
        }).toLowerCase();
      case "bbbbb":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "narrow",
          context: "formatting"
        });
      case "bbbb":
      default:
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // in the morning, in the afternoon, in the evening, at night
  B: function(date, token, localize2) {
    const hours = date.getHours();
    let dayPeriodEnumValue;
    if (hours >= 17) {
      dayPeriodEnumValue = dayPeriodEnum.evening;
    } else if (hours >= 12) {
      dayPeriodEnumValue = dayPeriodEnum.afternoon;
    } else if (hours >= 4) {
      dayPeriodEnumValue = dayPeriodEnum.morning;
    } else {
      dayPeriodEnumValue = dayPeriodEnum.night;
    }
    switch (token) {
      case "B":
      case "BB":
      case "BBB":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "abbreviated",
          context: "formatting"
        });
      case "BBBBB":
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "narrow",
          context: "formatting"
        });
      case "BBBB":
      default:
        return localize2.dayPeriod(dayPeriodEnumValue, {
          width: "wide",
          context: "formatting"
        });
    }
  },
  // Hour [1-12]
  h: function(date, token, localize2) {
    if (token === "ho") {
      let hours = date.getHours() % 12;
      if (hours === 0) hours = 12;
      return localize2.ordinalNumber(hours, { unit: "hour" });
    }
    return lightFormatters.h(date, token);
  },
  // Hour [0-23]
  H: function(date, token, localize2) {
    if (token === "Ho") {
      return localize2.ordinalNumber(date.getHours(), { unit: "hour" });
    }
    return lightFormatters.H(date, token);
  },
  // Hour [0-11]
  K: function(date, token, localize2) {
    const hours = date.getHours() % 12;
    if (token === "Ko") {
      return localize2.ordinalNumber(hours, { unit: "hour" });
    }
    return addLeadingZeros(hours, token.length);
  },
  // Hour [1-24]
  k: function(date, token, localize2) {
    let hours = date.getHours();
    if (hours === 0) hours = 24;
    if (token === "ko") {
      return localize2.ordinalNumber(hours, { unit: "hour" });
    }
    return addLeadingZeros(hours, token.length);
  },
  // Minute
  m: function(date, token, localize2) {
    if (token === "mo") {
      return localize2.ordinalNumber(date.getMinutes(), { unit: "minute" });
    }
    return lightFormatters.m(date, token);
  },
  // Second
  s: function(date, token, localize2) {
    if (token === "so") {
      return localize2.ordinalNumber(date.getSeconds(), { unit: "second" });
    }
    return lightFormatters.s(date, token);
  },
  // Fraction of second
  S: function(date, token) {
    return lightFormatters.S(date, token);
  },
  // Timezone (ISO-8601. If offset is 0, output is always `'Z'`)
  X: function(date, token, _localize) {
    const timezoneOffset = date.getTimezoneOffset();
    if (timezoneOffset === 0) {
      return "Z";
    }
    switch (token) {
      // Hours and optional minutes
      case "X":
        return formatTimezoneWithOptionalMinutes(timezoneOffset);
      // Hours, minutes and optional seconds without `:` delimiter
      // Note: neither ISO-8601 nor JavaScript supports seconds in timezone offsets
      // so this token always has the same output as `XX`
      case "XXXX":
      case "XX":
        return formatTimezone(timezoneOffset);
      // Hours, minutes and optional seconds with `:` delimiter
      // Note: neither ISO-8601 nor JavaScript supports seconds in timezone offsets
      // so this token always has the same output as `XXX`
      case "XXXXX":
      case "XXX":
      // Hours and minutes with `:` delimiter
      default:
        return formatTimezone(timezoneOffset, ":");
    }
  },
  // Timezone (ISO-8601. If offset is 0, output is `'+00:00'` or equivalent)
  x: function(date, token, _localize) {
    const timezoneOffset = date.getTimezoneOffset();
    switch (token) {
      // Hours and optional minutes
      case "x":
        return formatTimezoneWithOptionalMinutes(timezoneOffset);
      // Hours, minutes and optional seconds without `:` delimiter
      // Note: neither ISO-8601 nor JavaScript supports seconds in timezone offsets
      // so this token always has the same output as `xx`
      case "xxxx":
      case "xx":
        return formatTimezone(timezoneOffset);
      // Hours, minutes and optional seconds with `:` delimiter
      // Note: neither ISO-8601 nor JavaScript supports seconds in timezone offsets
      // so this token always has the same output as `xxx`
      case "xxxxx":
      case "xxx":
      // Hours and minutes with `:` delimiter
      default:
        return formatTimezone(timezoneOffset, ":");
    }
  },
  // Timezone (GMT)
  O: function(date, token, _localize) {
    const timezoneOffset = date.getTimezoneOffset();
    switch (token) {
      // Short
      case "O":
      case "OO":
      case "OOO":
        return "GMT" + formatTimezoneShort(timezoneOffset, ":");
      // Long
      case "OOOO":
      default:
        return "GMT" + formatTimezone(timezoneOffset, ":");
    }
  },
  // Timezone (specific non-location)
  z: function(date, token, _localize) {
    const timezoneOffset = date.getTimezoneOffset();
    switch (token) {
      // Short
      case "z":
      case "zz":
      case "zzz":
        return "GMT" + formatTimezoneShort(timezoneOffset, ":");
      // Long
      case "zzzz":
      default:
        return "GMT" + formatTimezone(timezoneOffset, ":");
    }
  },
  // Seconds timestamp
  t: function(date, token, _localize) {
    const timestamp = Math.trunc(+date / 1e3);
    return addLeadingZeros(timestamp, token.length);
  },
  // Milliseconds timestamp
  T: function(date, token, _localize) {
    return addLeadingZeros(+date, token.length);
  }
};
function formatTimezoneShort(offset, delimiter = "") {
  const sign = offset > 0 ? "-" : "+";
  const absOffset = Math.abs(offset);
  const hours = Math.trunc(absOffset / 60);
  const minutes = absOffset % 60;
  if (minutes === 0) {
    return sign + String(hours);
  }
  return sign + String(hours) + delimiter + addLeadingZeros(minutes, 2);
}
function formatTimezoneWithOptionalMinutes(offset, delimiter) {
  if (offset % 60 === 0) {
    const sign = offset > 0 ? "-" : "+";
    return sign + addLeadingZeros(Math.abs(offset) / 60, 2);
  }
  return formatTimezone(offset, delimiter);
}
function formatTimezone(offset, delimiter = "") {
  const sign = offset > 0 ? "-" : "+";
  const absOffset = Math.abs(offset);
  const hours = addLeadingZeros(Math.trunc(absOffset / 60), 2);
  const minutes = addLeadingZeros(absOffset % 60, 2);
  return sign + hours + delimiter + minutes;
}

// node_modules/date-fns/_lib/format/longFormatters.js
var dateLongFormatter = (pattern, formatLong2) => {
  switch (pattern) {
    case "P":
      return formatLong2.date({ width: "short" });
    case "PP":
      return formatLong2.date({ width: "medium" });
    case "PPP":
      return formatLong2.date({ width: "long" });
    case "PPPP":
    default:
      return formatLong2.date({ width: "full" });
  }
};
var timeLongFormatter = (pattern, formatLong2) => {
  switch (pattern) {
    case "p":
      return formatLong2.time({ width: "short" });
    case "pp":
      return formatLong2.time({ width: "medium" });
    case "ppp":
      return formatLong2.time({ width: "long" });
    case "pppp":
    default:
      return formatLong2.time({ width: "full" });
  }
};
var dateTimeLongFormatter = (pattern, formatLong2) => {
  const matchResult = pattern.match(/(P+)(p+)?/) || [];
  const datePattern = matchResult[1];
  const timePattern = matchResult[2];
  if (!timePattern) {
    return dateLongFormatter(pattern, formatLong2);
  }
  let dateTimeFormat;
  switch (datePattern) {
    case "P":
      dateTimeFormat = formatLong2.dateTime({ width: "short" });
      break;
    case "PP":
      dateTimeFormat = formatLong2.dateTime({ width: "medium" });
      break;
    case "PPP":
      dateTimeFormat = formatLong2.dateTime({ width: "long" });
      break;
    case "PPPP":
    default:
      dateTimeFormat = formatLong2.dateTime({ width: "full" });
      break;
  }
  return dateTimeFormat.replace("{{date}}", dateLongFormatter(datePattern, formatLong2)).replace("{{time}}", timeLongFormatter(timePattern, formatLong2));
};
var longFormatters = {
  p: timeLongFormatter,
  P: dateTimeLongFormatter
};

// node_modules/date-fns/_lib/protectedTokens.js
var dayOfYearTokenRE = /^D+$/;
var weekYearTokenRE = /^Y+$/;
var throwTokens = ["D", "DD", "YY", "YYYY"];
function isProtectedDayOfYearToken(token) {
  return dayOfYearTokenRE.test(token);
}
function isProtectedWeekYearToken(token) {
  return weekYearTokenRE.test(token);
}
function warnOrThrowProtectedError(token, format2, input) {
  const _message = message(token, format2, input);
  console.warn(_message);
  if (throwTokens.includes(token)) throw new RangeError(_message);
}
function message(token, format2, input) {
  const subject = token[0] === "Y" ? "years" : "days of the month";
  return `Use \`${token.toLowerCase()}\` instead of \`${token}\` (in \`${format2}\`) for formatting ${subject} to the input \`${input}\`; see: https://github.com/date-fns/date-fns/blob/master/docs/unicodeTokens.md`;
}

// node_modules/date-fns/format.js
var formattingTokensRegExp = /[yYQqMLwIdDecihHKkms]o|(\w)\1*|''|'(''|[^'])+('|$)|./g;
var longFormattingTokensRegExp = /P+p+|P+|p+|''|'(''|[^'])+('|$)|./g;
var escapedStringRegExp = /^'([^]*?)'?$/;
var doubleQuoteRegExp = /''/g;
var unescapedLatinCharacterRegExp = /[a-zA-Z]/;
function format(date, formatStr, options) {
  const defaultOptions2 = getDefaultOptions();
  const locale = options?.locale ?? defaultOptions2.locale ?? enUS;
  const firstWeekContainsDate = options?.firstWeekContainsDate ?? options?.locale?.options?.firstWeekContainsDate ?? defaultOptions2.firstWeekContainsDate ?? defaultOptions2.locale?.options?.firstWeekContainsDate ?? 1;
  const weekStartsOn = options?.weekStartsOn ?? options?.locale?.options?.weekStartsOn ?? defaultOptions2.weekStartsOn ?? defaultOptions2.locale?.options?.weekStartsOn ?? 0;
  const originalDate = toDate(date, options?.in);
  if (!isValid(originalDate)) {
    throw new RangeError("Invalid time value");
  }
  let parts = formatStr.match(longFormattingTokensRegExp).map((substring) => {
    const firstCharacter = substring[0];
    if (firstCharacter === "p" || firstCharacter === "P") {
      const longFormatter = longFormatters[firstCharacter];
      return longFormatter(substring, locale.formatLong);
    }
    return substring;
  }).join("").match(formattingTokensRegExp).map((substring) => {
    if (substring === "''") {
      return { isToken: false, value: "'" };
    }
    const firstCharacter = substring[0];
    if (firstCharacter === "'") {
      return { isToken: false, value: cleanEscapedString(substring) };
    }
    if (formatters[firstCharacter]) {
      return { isToken: true, value: substring };
    }
    if (firstCharacter.match(unescapedLatinCharacterRegExp)) {
      throw new RangeError(
        "Format string contains an unescaped latin alphabet character `" + firstCharacter + "`"
      );
    }
    return { isToken: false, value: substring };
  });
  if (locale.localize.preprocessor) {
    parts = locale.localize.preprocessor(originalDate, parts);
  }
  const formatterOptions = {
    firstWeekContainsDate,
    weekStartsOn,
    locale
  };
  return parts.map((part) => {
    if (!part.isToken) return part.value;
    const token = part.value;
    if (!options?.useAdditionalWeekYearTokens && isProtectedWeekYearToken(token) || !options?.useAdditionalDayOfYearTokens && isProtectedDayOfYearToken(token)) {
      warnOrThrowProtectedError(token, formatStr, String(date));
    }
    const formatter = formatters[token[0]];
    return formatter(originalDate, token, locale.localize, formatterOptions);
  }).join("");
}
function cleanEscapedString(input) {
  const matched = input.match(escapedStringRegExp);
  if (!matched) {
    return input;
  }
  return matched[1].replace(doubleQuoteRegExp, "'");
}

// node_modules/date-fns/isExists.js
function isExists(year, month, day) {
  const date = new Date(year, month, day);
  return date.getFullYear() === year && date.getMonth() === month && date.getDate() === day;
}

// src/rotation/dates.ts
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

// src/commands/estate.ts
function openRoot(options) {
  const root = findRoot(options.cwd, options.root);
  return "code" in root ? fail(root.code, root.message) : ok(root);
}
function resolveDate(options) {
  if (options.date === void 0) return ok(dayInLondon(options.now));
  const day = parseDay(options.date);
  if (day !== null) return ok(day);
  return fail(
    "bad-date",
    `--date ${options.date} is not a day of the calendar: write it as yyyy-MM-dd, for example ${dayInLondon(options.now)}.`
  );
}
function resolveSelection(options, root) {
  const { selection } = options;
  if (options.selected) return { selection, selected: true };
  const current = currentNamespace(root, options.cwd);
  if (current === null) return { selection, selected: false };
  return {
    selection: { ...selection, namespaces: [current.namespace], clusters: [current.cluster] },
    selected: true
  };
}
function isWholeEstate({ folders, all }) {
  return folders.length === all.length;
}
async function selectNamespaces(reader, selection, say) {
  const selects = selectsNamespace(selection);
  const names = /* @__PURE__ */ new Set();
  const clusters = /* @__PURE__ */ new Set();
  const all = [];
  const folders = await reader.namespaces((cluster, namespace) => {
    names.add(namespace);
    clusters.add(cluster);
    all.push({ cluster, namespace });
    return selects(cluster, namespace);
  });
  const labels = new Set([...clusters].flatMap((cluster) => [cluster, clusterLabel(cluster)]));
  const unknown = findUnknown("cluster", selection.clusters, labels) ?? findUnknown("namespace", selection.namespaces, names);
  if (unknown !== null) return unknown;
  for (const pattern of selection.namespaces) {
    const only = selectsNamespace({ ...selection, namespaces: [pattern] });
    if (!folders.some((folder) => only(folder.cluster, folder.namespace))) {
      say(`no namespace matches --namespace ${pattern}`);
    }
  }
  if (!needsFacts(selection)) return ok({ folders, all, problems: [] });
  return selectByFacts(reader, selection, folders, all);
}
async function selectByFacts(reader, selection, folders, all) {
  const { readAllMetadata } = await import("./metadata-MCYWKFGS.js");
  const metadata = await readAllMetadata(folders, reader);
  const teams = /* @__PURE__ */ new Set();
  const problems = [];
  const chosen = folders.filter((folder) => {
    const facts = metadata.get(folder.path);
    const ofFolder = [...facts?.teams ?? [], ...facts?.teamName ? [facts.teamName] : []];
    for (const team of ofFolder) teams.add(team);
    const production = facts?.production ?? null;
    problems.push(...facts?.problems ?? []);
    if (selection.production !== null && production === null && facts?.problems.length === 0) {
      problems.push({
        file: folder.path,
        line: 1,
        column: 1,
        code: "production-unknown",
        message: "no manifest says whether this is production: select it by --namespace"
      });
    }
    return selectsFacts(selection, { production, teams: ofFolder });
  });
  return findUnknown("team", selection.teams, teams) ?? ok({ folders: chosen, all, problems });
}
function findUnknownModule(selection, assessments) {
  return findUnknown("module", selection.modules, new Set(assessments.map(({ module }) => module.name)));
}
function findUnknown(what, patterns, known) {
  for (const pattern of patterns) {
    if (isGlob(pattern) || known.has(pattern)) continue;
    return fail(`unknown-${what}`, `There is no ${what} ${pattern}${suggestion(pattern, known)}.`);
  }
  return null;
}
function suggestion(word, known) {
  const near = nearest(word, known);
  return near.length === 0 ? "" : `; the nearest ${near.length === 1 ? "is" : "are"} ${near.join(", ")}`;
}
function nearest(word, known) {
  const limit = Math.max(2, Math.floor(word.length / 3));
  return [...known].map((name) => ({ name, score: name.includes(word) ? 1 : (0, import_fastest_levenshtein.distance)(word, name) })).filter(({ score }) => score <= limit).sort((a, b) => a.score - b.score || a.name.localeCompare(b.name)).slice(0, 3).map(({ name }) => name);
}

// src/estate/worktree.ts
import {
  closeSync,
  constants,
  lstatSync as lstatSync2,
  openSync,
  readdirSync,
  readSync,
  realpathSync as realpathSync2,
  statSync as statSync2
} from "node:fs";
import { join as join2, sep as sep2 } from "node:path";
function openWorktree(root) {
  const top = realpathSync2.native(root);
  const listed = { folders: /* @__PURE__ */ new Set(), irregular: /* @__PURE__ */ new Set() };
  return {
    commit: null,
    async namespaces(wants) {
      return listNamespaces(top, wants, listed);
    },
    async read(paths, each) {
      const read = fileReader(top, listed);
      for (const path of paths) each(path, read(path));
    }
  };
}
function listNamespaces(top, wants, listed) {
  const folders = [];
  for (const cluster of readdirSync(join2(top, NAMESPACES), TYPED).sort(byName)) {
    if (!cluster.isDirectory() || cluster.name.startsWith(".")) continue;
    for (const entry of readdirSync(join2(top, NAMESPACES, cluster.name), TYPED).sort(byName)) {
      if (entry.name.startsWith(".") || !(entry.isDirectory() || entry.isSymbolicLink())) continue;
      if (!wants(cluster.name, entry.name)) continue;
      const path = namespacePath(cluster.name, entry.name);
      if (entry.isDirectory()) folders.push(listNamespace(top, cluster.name, entry.name, path, listed));
      else folders.push(...linkedNamespace(cluster.name, entry.name));
    }
  }
  return folders;
}
function listNamespace(top, cluster, namespace, path, listed) {
  const files = [];
  const resources = [];
  const entries = listFolder(top, path, listed);
  if (entries === null) resources.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    if (name === "resources" && !entry.isFile()) {
      if (entry.isDirectory()) listResources(top, `${path}/resources`, true, listed, resources);
      else resources.push({ path: `${path}/resources`, type: typeOf(entry), applied: false });
    } else if (!entry.isDirectory()) {
      files.push(name);
    }
    if (!entry.isFile()) listed.irregular.add(`${path}/${name}`);
  }
  resources.sort((a, b) => compareNames(a.path, b.path));
  return { cluster, namespace, path, files: files.sort(compareNames), resources };
}
function listResources(top, path, direct, listed, into) {
  const entries = listFolder(top, path, listed);
  if (entries === null) into.push({ path, type: "other", applied: false });
  for (const entry of entries ?? []) {
    const { name } = entry;
    const child = `${path}/${name}`;
    if (!entry.isFile()) listed.irregular.add(child);
    if (!entry.isDirectory()) {
      into.push({ path: child, type: typeOf(entry), applied: direct && !name.startsWith(".") });
    } else if (!SKIPPED_FOLDERS.has(name)) {
      listResources(top, child, false, listed, into);
    }
  }
}
function listFolder(top, path, listed) {
  try {
    const entries = readdirSync(`${top}/${path}`, TYPED);
    listed.folders.add(path);
    return entries;
  } catch (error) {
    return codeOf(error) === "ENOENT" ? [] : null;
  }
}
var OPEN_PLAIN = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);
function fileReader(top, listed) {
  let buffer = Buffer.allocUnsafeSlow(64 * 1024);
  function fill(path) {
    const fd = openSync(path, OPEN_PLAIN);
    try {
      let length = 0;
      for (; ; ) {
        const room = buffer.length - length;
        const got = readSync(fd, buffer, length, room, null);
        length += got;
        if (length > MAX_FILE_BYTES) return failure("too-large", TOO_LARGE);
        if (got < room) return buffer.subarray(0, length);
        buffer = grown(buffer);
      }
    } finally {
      closeSync(fd);
    }
  }
  return (path) => {
    try {
      const slash = path.lastIndexOf("/");
      const known = listed.folders.has(path.slice(0, slash)) && !listed.irregular.has(path);
      if (known && isSafeName(path, slash)) return fill(`${top}/${path}`);
      const real = resolveInside(top, path);
      return typeof real === "string" ? fill(real) : real;
    } catch (error) {
      return failure("unreadable", reasonOf(error));
    }
  };
}
function isSafeName(path, slash) {
  const name = path.slice(slash + 1);
  return name !== "" && name !== "." && name !== ".." && (sep2 === "/" || !name.includes(sep2));
}
function resolveInside(top, path) {
  if (!isSafePath(path)) return failure("outside-root", "the path leads out of the repository");
  const link = lstatSync2(`${top}/${path}`).isSymbolicLink();
  const real = realpathSync2.native(`${top}/${path}`);
  const inside = top.endsWith(sep2) ? top : top + sep2;
  const parts = real.slice(inside.length).split(sep2);
  if (!real.startsWith(inside) || parts.includes(".git")) {
    return failure("outside-root", LINK_OUTSIDE);
  }
  const what = statSync2(real);
  if (what.isFile()) return real;
  const kind = what.isDirectory() ? "a folder" : "no plain file";
  return failure("unreadable", link ? `a symbolic link to ${kind}` : `it is ${kind}`);
}
function grown(buffer) {
  const larger = Buffer.allocUnsafeSlow(Math.min(buffer.length * 4, MAX_FILE_BYTES + 1));
  buffer.copy(larger);
  return larger;
}
var TYPED = { withFileTypes: true };
function byName(a, b) {
  return compareNames(a.name, b.name);
}
function typeOf(entry) {
  if (entry.isFile()) return "file";
  return entry.isSymbolicLink() ? "symlink" : "other";
}
function codeOf(error) {
  return error instanceof Error && "code" in error ? String(error.code) : "";
}
function reasonOf(error) {
  const code = codeOf(error);
  const words = {
    EACCES: "permission denied",
    EPERM: "permission denied",
    ENOENT: "no such file",
    ENOTDIR: "no such file",
    ELOOP: "a symbolic link that leads to itself, or that was put there while files were read",
    EISDIR: "it is a folder",
    EMFILE: "too many open files"
  };
  return words[code] ?? `cannot be read (${code || "unknown error"})`;
}

// src/rotation/module-versions.ts
function latestRelease(tags, asOf) {
  let highest = null;
  for (const tag of tags) {
    const version = versionOf(tag);
    if (version === null) continue;
    if (highest === null || compareVersions(version, highest.version) > 0) highest = { version, tag };
  }
  const origin = asOf === null ? "GitHub" : `GitHub, as of ${asOf}`;
  return highest === null ? null : { ...highest, from: "github", origin, tags };
}
function highestInEstate(modules, isWholeEstate2) {
  const origin = isWholeEstate2 ? "highest in this repository" : "highest in the namespaces read";
  const highest = /* @__PURE__ */ new Map();
  for (const { kind, version, ref } of modules) {
    if (version === null) continue;
    const known = highest.get(kind.name);
    if (known !== void 0 && compareVersions(version, known.version) <= 0) continue;
    highest.set(kind.name, { version, tag: ref ?? version, from: "estate", origin, tags: [] });
  }
  return highest;
}
function releasesAbove(version, { version: latest, tags }) {
  const between = tags.flatMap((tag) => {
    const each = versionOf(tag);
    if (each === null || compareVersions(each, version) <= 0 || compareVersions(each, latest) > 0) return [];
    return [{ tag, version: each }];
  });
  return between.sort((a, b) => compareVersions(a.version, b.version)).map(({ tag }) => tag);
}
function describeLatest({ version, origin }) {
  return `${version} (${origin})`;
}

// src/commands/latest-versions.ts
var MAX_LOOKUPS = 20;
async function versionLearner(options, asking, say) {
  const { moduleVersions: file } = options;
  if (file !== void 0) {
    const { readModuleVersions } = await import("./module-versions-file-ZPL2LH7H.js");
    const given = await readModuleVersions(options.cwd, file);
    if (!given.ok) return given;
    return ok(async (modules, isWhole) => {
      const latest = highestInEstate(modules, isWhole);
      for (const [kind, version] of given.value) latest.set(kind, version);
      return { latest, variables: /* @__PURE__ */ new Map() };
    });
  }
  return ok(async (modules, isWhole) => {
    const latest = highestInEstate(modules, isWhole);
    const { kinds } = options.selection;
    const concerned = modules.filter(({ kind }) => kinds.length === 0 || kinds.includes(kind.name));
    if (concerned.length === 0) return { latest, variables: /* @__PURE__ */ new Map() };
    return learnFromGitHub(concerned, latest, options, asking, say);
  });
}
function askingOnRequest({ env, checkVersions }) {
  const token = async () => {
    const { findToken } = await import("./token-J56Y4CGP.js");
    return (await findToken(env))?.value ?? null;
  };
  return { asks: checkVersions === true, token };
}
async function learnFromGitHub(modules, estate, { env, now, version = "unknown" }, { asks, token }, say) {
  const [{ cacheFolder, openReleaseCache }, { apiUrlOf }] = await Promise.all([
    import("./release-cache-Z6TYX6XS.js"),
    import("./repository-77SWO6IC.js")
  ]);
  const apiUrl = apiUrlOf(env);
  const cache = openReleaseCache(cacheFolder(env), apiUrl);
  let releases = null;
  if (asks) {
    const { connectReleases } = await import("./releases-JQO54P5H.js");
    releases = connectReleases({ repository: { apiUrl }, token: await token(), version, cache, now });
  }
  const today = dayInLondon(now);
  const latest = new Map(estate);
  const failures = /* @__PURE__ */ new Map();
  const learnOne = async (kind) => {
    const { repository } = kindNamed(kind);
    const asked = await releases?.tags(repository);
    if (asked !== void 0 && !asked.ok) failures.set(kind, asked.error);
    const known = asked?.ok ? latestRelease(asked.value, null) : await readCache(cache, repository, today);
    if (known !== null) latest.set(kind, known);
  };
  await Promise.all([...new Set(modules.map(({ kind }) => kind.name))].map(learnOne));
  if (failures.size > 0) say(failureLine(failures, latest));
  const isCutOff = [...failures.values()].some(({ code }) => HOPELESS.includes(code));
  const variables = releases === null || isCutOff ? /* @__PURE__ */ new Map() : await lookUp(releases, modules);
  return { latest, variables };
}
var HOPELESS = ["unreachable", "rate-limited", "authentication"];
async function readCache(cache, repository, today) {
  const cached = await cache.read(repository);
  if (cached === null) return null;
  const day = dayInLondon(new Date(cached.checkedAt));
  return latestRelease(cached.tags, daysBetween(day, today) > 1 ? day : null);
}
function failureLine(failures, latest) {
  const [first] = failures.values();
  const taken = [...failures.keys()].map((kind) => {
    const known = latest.get(kind);
    return `${kind} ${known === void 0 ? "unknown" : describeLatest(known)}`;
  });
  return `${first?.message ?? ""} Taken as the latest ${failures.size === 1 ? "version" : "versions"}: ${taken.join(", ")}.`;
}
async function lookUp(releases, modules) {
  const bySource = new Map(
    modules.filter(({ version }) => version === null).map((module) => [module.source, module])
  );
  const found = /* @__PURE__ */ new Map();
  let lookups = 0;
  for (const [source, { kind }] of bySource) {
    const published = publishedModule(source);
    if (published === null) continue;
    lookups += 1;
    if (lookups > MAX_LOOKUPS) {
      found.set(source, { found: "unknown", why: `only ${MAX_LOOKUPS} such sources are looked at` });
      continue;
    }
    const declares = await releases.declares(published, kind.variable);
    if (declares.ok) found.set(source, { found: declares.value ? "present" : "absent" });
    else found.set(source, { found: "unknown", why: declares.error.message.replace(/\.$/, "") });
  }
  return found;
}
function upgradeRemarks(changes) {
  const byMessage = /* @__PURE__ */ new Map();
  for (const { id, notUpgraded } of changes) {
    if (notUpgraded === void 0) continue;
    const ids = byMessage.get(notUpgraded.message);
    if (ids === void 0) byMessage.set(notUpgraded.message, [id]);
    else ids.push(id);
  }
  return [...byMessage].map(([message2, [first = "", ...more]]) => {
    const others = more.length === 0 ? "" : ` and ${more.length} more`;
    return `rotated without an upgrade: ${first}${others}: ${message2}`;
  });
}

// src/rotation/modules.ts
function findModules(text, scan2) {
  const modules = [];
  const unrotatable = [];
  const seen = /* @__PURE__ */ new Map();
  for (const block of scan2.body) {
    if (block.type !== "block" || block.keyword !== "module") continue;
    const name = block.labels[0]?.text;
    if (name === void 0) continue;
    const occurrence = seen.get(name) ?? 0;
    seen.set(name, occurrence + 1);
    const attribute = findAttribute(block.body, "source");
    const source = attribute === null ? null : literalString(text, attribute.expression)?.value ?? null;
    if (source === null) continue;
    const parsed = parseModuleSource(source);
    if (parsed === null) continue;
    const message2 = NOT_ROTATABLE.get(parsed.repository);
    if (message2 !== void 0) unrotatable.push({ block, name, source, message: message2 });
    const kind = kindOfRepository(parsed.repository);
    if (kind === null) continue;
    const date = findAttribute(block.body, kind.variable);
    modules.push({
      kind,
      block,
      name,
      occurrence,
      source,
      ref: parsed.ref,
      version: versionOf(parsed.ref),
      date,
      companionHolds: companionHolds(text, block, kind)
    });
  }
  return { modules, unrotatable };
}
function companionHolds(text, block, { companion }) {
  if (companion === null) return true;
  const attribute = findAttribute(block.body, companion.argument);
  return attribute !== null && literalBoolean(text, attribute.expression) === (companion.value === "true");
}

// src/rotation/dormant.ts
function findDormant(file) {
  if (!mayBeDormant(file)) return [];
  return [
    ...commentRuns(file).flatMap(
      (run) => modulesIn(file, run, "commented-out", "the module is commented out")
    ),
    ...heredocs(file, file.scan.body).flatMap(
      (text) => modulesIn(file, text, "in-heredoc", "the module is text of a heredoc, which Terraform does not run")
    )
  ];
}
function mayBeDormant({ text, scan: { comments } }) {
  if (text.includes("<<")) return true;
  let next = 0;
  for (let at = text.indexOf(COMMON); at !== -1; at = text.indexOf(COMMON, at + 1)) {
    while (next < comments.length && comments[next].end <= at) next += 1;
    if (next < comments.length && comments[next].start <= at) return true;
  }
  return false;
}
var COMMON = "cloud-platform-terraform-";
function modulesIn(file, { text, offset }, code, message2) {
  if (!REPOSITORY_NAMES.some((name) => text.includes(name))) return [];
  const { modules, unrotatable } = findModules(text, scan(text));
  const firstLine = positionAt(file.text, offset).line;
  return [...modules, ...unrotatable].map(({ block, name, source }) => {
    return { name, source, line: firstLine + positionAt(text, block.start).line - 1, code, message: message2 };
  });
}
function commentRuns({ text, scan: { comments } }) {
  const runs = [];
  let run = [];
  const finish = () => {
    const [first] = run;
    if (first !== void 0) {
      const lines = run.map(({ start, end }) => text.slice(start, end).replace(/^(?:#+|\/\/+)/, ""));
      runs.push({ text: lines.join("\n"), offset: first.start });
    }
    run = [];
  };
  for (const comment of comments) {
    if (comment.style === "block") {
      runs.push({ text: text.slice(comment.start + 2, comment.end - 2), offset: comment.start });
      continue;
    }
    const before = run[run.length - 1];
    const follows = before !== void 0 && /^\r?\n[ \t]*$/.test(text.slice(before.end, comment.start));
    if (!follows) finish();
    run.push(comment);
  }
  finish();
  return runs;
}
function heredocs(file, body) {
  return body.flatMap((item) => {
    if (item.type === "block") return heredocs(file, item.body);
    const { start, end } = item.expression;
    if (!file.text.startsWith("<<", start)) return [];
    const firstLine = file.text.indexOf("\n", start) + 1;
    return [{ text: file.text.slice(firstLine, end), offset: firstLine }];
  });
}

// src/rotation/examine-version.ts
function examineVersion(module, versions) {
  const { kind, version } = module;
  const latest = versions.latest.get(kind.name);
  if (version === null) return [examineRef(module, versions)];
  if (compareVersions(version, kind.since) < 0) {
    const message3 = `module version ${version} has no ${kind.variable}: upgrade it to ${goal(module, latest)} first`;
    return [{ effect: "blocked", code: "version-too-old", message: message3 }];
  }
  if (latest === void 0 || compareVersions(version, latest.version) >= 0) return [];
  const message2 = `module version ${version}, latest is ${describeLatest(latest)}${distance2(version, latest)}`;
  return [{ effect: "warning", code: "version-behind", message: message2 }];
}
function examineRef(module, { latest, variables }) {
  const { kind, ref, source } = module;
  const what = ref === null ? "the source names no version" : `${ref} is a branch, commit or pre-release, not a version`;
  const finding = variables.get(source);
  switch (finding?.found) {
    case "present":
      return {
        effect: "warning",
        code: "variable-found",
        message: `${what}; GitHub has ${kind.variable} there`
      };
    case "absent": {
      const to = goal(module, latest.get(kind.name));
      const message2 = `${what}; GitHub has no ${kind.variable} there: change the source to ${to} first`;
      return { effect: "blocked", code: "variable-missing", message: message2 };
    }
    case "unknown":
    case void 0: {
      const why = finding === void 0 ? "" : ` (${finding.why})`;
      const message2 = `${what}: whether the module has ${kind.variable} is not known${why}`;
      return { effect: "warning", code: "version-unknown", message: message2 };
    }
  }
}
function goal({ kind }, latest) {
  return latest === void 0 || compareVersions(latest.version, kind.since) < 0 ? kind.since : describeLatest(latest);
}
function distance2(version, latest) {
  const releases = releasesAbove(version, latest).length;
  const parts = [
    ...stepBetween(version, latest.version) === "major" ? ["a major step"] : [],
    ...releases === 0 ? [] : [`${releases} ${releases === 1 ? "release" : "releases"} behind`]
  ];
  return parts.length === 0 ? "" : `: ${parts.join(", ")}`;
}

// src/rotation/references.ts
var REFERENCE = /^(?:(?<name>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)|"\$\{\s*(?<quoted>(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*)\s*\}")$/u;
var MAX_STEPS = 10;
var EMPTY_SCOPE = { definitions: /* @__PURE__ */ new Map(), uses: /* @__PURE__ */ new Map() };
function referenceIn(text, range) {
  const groups = REFERENCE.exec(text.slice(range.start, range.end))?.groups;
  return groups?.name ?? groups?.quoted ?? null;
}
function buildScope(files, assignments) {
  const definitions = /* @__PURE__ */ new Map();
  const define = (name, definition) => {
    const known = definitions.get(name);
    if (known === void 0) definitions.set(name, definition);
    else
      definitions.set(name, { kind: "unknown", message: `${name} is defined more than once in this folder` });
  };
  for (const file of files) {
    for (const [i, block] of findBlocks(file.scan.body, "locals").entries()) {
      for (const item of block.body) {
        if (item.type !== "attribute") continue;
        const { name, expression } = item;
        define(`local.${name}`, { kind: "expression", file, expression, path: ["locals", i, name] });
      }
    }
    const seen = /* @__PURE__ */ new Map();
    for (const block of findBlocks(file.scan.body, "variable")) {
      const name = block.labels[0]?.text ?? "";
      const occurrence = seen.get(name) ?? 0;
      seen.set(name, occurrence + 1);
      const attribute = findAttribute(block.body, "default");
      const place = placeOf(file, block.start);
      define(
        `var.${name}`,
        attribute === null ? {
          kind: "unknown",
          message: `var.${name} (${place}) has no default: its value is set from outside`
        } : {
          kind: "expression",
          file,
          expression: attribute.expression,
          path: ["variable", name, occurrence, "default"]
        }
      );
    }
  }
  for (const file of assignments) {
    for (const item of file.scan.body) {
      if (item.type !== "attribute") continue;
      const place = placeOf(file, item.start);
      definitions.set(`var.${item.name}`, {
        kind: "unknown",
        message: `var.${item.name} is set in ${place}: change it there`
      });
    }
  }
  return { definitions, uses: findUses(files) };
}
var USE = /\b(?:var|local)\.[\p{ID_Start}_][\p{ID_Continue}-]*/gu;
var DATE_LINE = new RegExp(`^\\s*(?:${KINDS.map((kind) => kind.variable).join("|")})\\s*=`);
var LONGEST_START = 200;
function findUses(files) {
  const uses = /* @__PURE__ */ new Map();
  for (const { path, text, scan: scan2 } of files) {
    const { comments } = scan2;
    let comment = 0;
    let line = 1;
    let lineStart = 0;
    for (const match2 of text.matchAll(USE)) {
      while (comment < comments.length && comments[comment].end <= match2.index) comment += 1;
      if (comment < comments.length && comments[comment].start <= match2.index) continue;
      for (let end = text.indexOf("\n", lineStart); end !== -1 && end < match2.index; ) {
        line += 1;
        lineStart = end + 1;
        end = text.indexOf("\n", lineStart);
      }
      if (DATE_LINE.test(text.slice(lineStart, Math.min(match2.index, lineStart + LONGEST_START)))) continue;
      const places = uses.get(match2[0]) ?? [];
      places.push(`${path}:${line}`);
      uses.set(match2[0], places);
    }
  }
  return uses;
}
function follow(file, expression, path, scope) {
  let at = { file, expression, path };
  const via = [];
  const chain = [];
  for (; ; ) {
    const reference = referenceIn(at.file.text, at.expression);
    if (reference === null) return { ...at, via, chain, stopped: null };
    if (via.includes(reference) || via.length >= MAX_STEPS) {
      return { ...at, via, chain, stopped: `${reference} leads back to itself` };
    }
    via.push(reference);
    const definition = scope.definitions.get(reference);
    if (definition === void 0) {
      return { ...at, via, chain, stopped: `${reference} is defined nowhere in this folder` };
    }
    if (definition.kind === "unknown") return { ...at, via, chain, stopped: definition.message };
    at = definition;
    chain.push(placeOf(at.file, at.expression.start));
  }
}
function resolveString(file, expression, path, scope) {
  const trail = follow(file, expression, path, scope);
  const { text } = trail.file;
  const written = text.slice(trail.expression.start, trail.expression.end).replace(/\s+/g, " ");
  const { via } = trail;
  if (trail.stopped !== null) return { found: "computed", written, message: trail.stopped, via };
  const literal = literalString(text, trail.expression);
  if (literal === null) {
    const place = placeOf(trail.file, trail.expression.start);
    return {
      found: "computed",
      written,
      message: `${written} (${place}) is no plain string: change the date there by hand`,
      via
    };
  }
  const steps = new Set(trail.chain);
  const otherUses = via.flatMap((name) => scope.uses.get(name) ?? []).filter((place) => !steps.has(place));
  return { found: "literal", ...literal, file: trail.file, path: trail.path, via, otherUses };
}
function resolveValue(file, expression, scope) {
  const trail = follow(file, expression, [], scope);
  if (trail.stopped !== null) return null;
  const { text } = trail.file;
  const literal = literalString(text, trail.expression);
  if (literal !== null) return literal.value;
  const written = text.slice(trail.expression.start, trail.expression.end);
  return /^(?:true|false|null|-?\d+(?:\.\d+)?)$/.test(written) ? written : null;
}
function placeOf({ path, text }, offset) {
  return `${path}:${positionAt(text, offset).line}`;
}

// src/rotation/judge.ts
function judge(module, place, rules) {
  const date = findDate(module, place);
  const age = judgeAge(date, rules);
  const findings = [
    ...examineFile(place),
    ...examineDate(module, date),
    ...examineVersion(module, rules.versions)
  ];
  findings.push(...examineBlock(module, place));
  const held = place.hold !== null && !rules.includeHeld;
  const credential = {
    id: place.id,
    cluster: place.cluster,
    namespace: place.namespace,
    file: place.file.path,
    line: place.line,
    kind: module.kind.name,
    module: module.name,
    source: module.source,
    version: module.version,
    latestVersion: rules.versions.latest.get(module.kind.name)?.version ?? null,
    variable: module.kind.variable,
    value: date.found === "literal" ? date.value : null,
    rotatedOn: age.rotatedOn,
    ageDays: age.rotatedOn === null ? null : daysBetween(age.rotatedOn, rules.today),
    maxAgeDays: rules.maxAgeDays,
    state: decideState(findings, place, held, age.state),
    reasons: reasonsOf(findings, place, isExempt(findings) ? null : age.reason)
  };
  const obstacles = obstaclesOf(findings, place, held);
  return { credential, module, file: place.file, date, obstacles, age: age.state };
}
function decideState(findings, place, held, byAge) {
  if (place.unusable !== null) return "blocked";
  if (isExempt(findings)) return "exempt";
  if (findings.some((finding) => finding.effect === "blocked")) return "blocked";
  return held ? "held" : byAge;
}
function isExempt(findings) {
  return findings.some((finding) => finding.effect === "exempt");
}
function obstaclesOf(findings, place, held) {
  if (place.unusable !== null) return [place.unusable];
  const of = (effect) => findings.filter((finding) => finding.effect === effect);
  const hold = place.hold !== null && held ? [{ code: "namespace-held", message: place.hold }] : [];
  return [...of("exempt"), ...of("blocked"), ...hold].map(({ code, message: message2 }) => ({ code, message: message2 }));
}
var EFFECT_ORDER = { exempt: 0, blocked: 1, warning: 3 };
function reasonsOf(findings, place, age) {
  if (place.unusable !== null) return [{ code: place.unusable.code, message: place.unusable.message }];
  const ordered = findings.map(({ effect, code, message: message2 }) => ({
    order: EFFECT_ORDER[effect],
    code,
    message: message2
  }));
  if (place.hold !== null) ordered.push({ order: 2, code: "namespace-held", message: place.hold });
  if (age !== null) ordered.push({ order: 2.5, ...age });
  return ordered.sort((a, b) => a.order - b.order).map(({ code, message: message2 }) => ({ code, message: message2 }));
}
function examineFile(place) {
  const findings = [];
  if (!place.applied) {
    findings.push({
      effect: "exempt",
      code: "not-applied",
      message: "the pipeline applies only the .tf files directly in resources/"
    });
  }
  return findings;
}
function examineBlock({ kind, block }, { file, scope }) {
  const resolve2 = (expression) => resolveValue(file, expression, scope);
  const module = { text: file.text, block, resolve: resolve2 };
  const findings = kind.examine(module);
  if (isExempt(findings) || argumentValue(module, "count") !== "0") return findings;
  const message2 = "count is 0: there is nothing to rotate until it is made";
  return [...findings, { effect: "warning", code: "count-zero", message: message2 }];
}
function findDate(module, { file, scope }) {
  if (module.date === null) return { found: "absent" };
  const path = ["module", module.name, module.occurrence, module.kind.variable];
  return resolveString(file, module.date.expression, path, scope);
}
function isUnsetDate(date) {
  return date.found === "absent" || date.found === "computed" && date.written === "null" && date.via.length === 0;
}
function examineDate(module, date) {
  if (isUnsetDate(date) || date.found === "absent") return [];
  if (date.found === "literal") {
    const from = date.via[date.via.length - 1];
    if (from === void 0) return [];
    const others = date.otherUses.length === 0 ? "" : `; ${from} is also used in ${date.otherUses.join(", ")}`;
    const message2 = `the date is that of ${from} in ${date.file.path} and is changed there${others}`;
    return [{ effect: "warning", code: "date-by-reference", message: message2 }];
  }
  if (/\btime_rotating\./.test(date.written)) {
    return [{ effect: "exempt", code: "rotates-itself", message: `Terraform rotates it by ${date.written}` }];
  }
  return [{ effect: "blocked", code: "not-a-literal", message: `${module.kind.variable}: ${date.message}` }];
}
function judgeAge(date, { today, maxAgeDays }) {
  if (isUnsetDate(date) || date.found === "absent") {
    return {
      rotatedOn: null,
      state: "never",
      reason: { code: "never-rotated", message: "no rotation date is set" }
    };
  }
  if (date.found === "computed") return { rotatedOn: null, state: "due", reason: null };
  const { value } = date;
  if (meansNever(value)) {
    const message2 = `${JSON.stringify(value)} is a placeholder, not a rotation`;
    return { rotatedOn: null, state: "never", reason: { code: "placeholder-date", message: message2 } };
  }
  const rotatedOn = readDate(value);
  if (rotatedOn === null) {
    const message2 = `${JSON.stringify(value)} cannot be read as a date`;
    return { rotatedOn, state: "due", reason: { code: "unreadable-date", message: message2 } };
  }
  const ageDays = daysBetween(rotatedOn, today);
  if (ageDays < 0) {
    const message2 = `${JSON.stringify(value)} is ${-ageDays} days in the future`;
    return { rotatedOn, state: "ok", reason: { code: "future-date", message: message2 } };
  }
  if (ageDays > maxAgeDays) {
    const message2 = `rotated ${ageDays} days ago, ${maxAgeDays} are allowed`;
    return { rotatedOn, state: "due", reason: { code: "older-than-max-age", message: message2 } };
  }
  return { rotatedOn, state: "ok", reason: null };
}

// src/rotation/obstacles.ts
function isOverrideFile(path) {
  return path.endsWith("_override.tf") || path.endsWith("/override.tf") || path === "override.tf";
}
function findOverridden(files) {
  const overridden = /* @__PURE__ */ new Map();
  for (const { path, text, scan: scan2 } of files.filter((file) => isOverrideFile(file.path))) {
    for (const block of findBlocks(scan2.body, "module")) {
      const name = block.labels[0]?.text;
      if (name !== void 0) overridden.set(name, `${path}:${positionAt(text, block.start).line}`);
    }
  }
  return overridden;
}
function syntaxObstacle({ text, scan: scan2 }) {
  const [error] = scan2.errors;
  if (error === void 0) return null;
  const { line, column } = positionAt(text, error.offset);
  const what = `${error.message}: ${error.help}`;
  return {
    code: "invalid-hcl",
    message: `the file does not parse (line ${line}, column ${column}): ${what}`,
    offset: error.offset
  };
}
function moduleObstacle(file, { block, name }, isLink, { names, overridden }) {
  const offset = block.start;
  if (isLink) {
    return {
      code: "symbolic-link",
      message: "the file is a symbolic link: rotate it where it leads",
      offset
    };
  }
  const [duplicate] = findDuplicates(block.body);
  if (duplicate !== void 0) {
    const { line } = positionAt(file.text, duplicate.start);
    const message2 = `${duplicate.name} is set twice, again on line ${line}: remove one`;
    return { code: "duplicate-argument", message: message2, offset: duplicate.start };
  }
  if (isOverrideFile(file.path)) {
    return {
      code: "override-file",
      message: "Terraform merges this file over another: rotate it by hand",
      offset
    };
  }
  const override = overridden.get(name);
  if (override !== void 0) {
    return { code: "overridden", message: `${override} overrides this module: rotate it by hand`, offset };
  }
  if ((names.get(name) ?? 0) > 1) {
    return {
      code: "duplicate-module",
      message: `two modules of this folder are named ${name}: rename one`,
      offset
    };
  }
  return null;
}

// src/commands/module-files.ts
var COMMON2 = "cloud-platform-terraform-";
var COMMON_BYTES = Buffer.from(COMMON2);
var ENDINGS = REPOSITORY_NAMES.map((name) => name.slice(COMMON2.length));
var LONGEST_ENDING = Math.max(...ENDINGS.map((ending) => ending.length));
function namesModule(bytes) {
  for (let at = bytes.indexOf(COMMON_BYTES); at !== -1; at = bytes.indexOf(COMMON_BYTES, at + 1)) {
    const start = at + COMMON2.length;
    const behind = bytes.toString("latin1", start, start + LONGEST_ENDING);
    if (ENDINGS.some((ending) => behind.startsWith(ending))) return true;
  }
  return false;
}
async function readModuleFiles(reader, folders, problems) {
  const files = /* @__PURE__ */ new Map();
  const paths = folders.flatMap(({ resources }) => resources.map(({ path }) => path)).filter(isTerraform);
  await reader.read(paths, (path, content) => {
    const read = readModules(path, content);
    if (read === null) return;
    if ("text" in read) files.set(path, read);
    else problems.push(read);
  });
  return files;
}
function isTerraform(path) {
  return path.endsWith(".tf") || path.endsWith(".tf.json");
}
function readModules(path, content) {
  if (!(content instanceof Uint8Array)) return wholeFile(path, content.code, content.message);
  const isEncrypted = content[0] === 0;
  const bytes = Buffer.from(content.buffer, content.byteOffset, content.byteLength);
  if (!isEncrypted && !namesModule(bytes)) return null;
  const decoded = decodeText(content);
  if (!("text" in decoded)) {
    const { code, message: message2, line, column } = decoded;
    return { file: path, line, column, code, message: message2 };
  }
  if (path.endsWith(".json")) {
    return wholeFile(path, "json-syntax", "Terraform in JSON is not read: rotate what it declares by hand");
  }
  const { text } = decoded;
  const scanned = scan(text);
  return { path, text, scan: scanned, ...findModules(text, scanned) };
}
function wholeFile(file, code, message2) {
  return { file, line: 1, column: 1, code, message: message2 };
}
function needsWholeFolder(folder, known) {
  return folder.resources.some(
    ({ path, applied }) => applied && (isOverrideFile(path) || refersElsewhere(known.get(path)))
  );
}
async function readWholeFolder(reader, folder, known) {
  const applied = folder.resources.filter((resource) => resource.applied).map(({ path }) => path);
  const files = [];
  const paths = applied.filter((path) => path.endsWith(".tf") || path.endsWith(".tfvars"));
  await reader.read(paths, (path, content) => {
    const decoded = content instanceof Uint8Array ? decodeText(content) : null;
    const file = known.get(path);
    if (file !== void 0) files.push(file);
    else if (decoded !== null && "text" in decoded) {
      files.push({ path, text: decoded.text, scan: scan(decoded.text) });
    }
  });
  return files;
}
function refersElsewhere(file) {
  if (file === void 0) return false;
  return file.modules.some(({ kind, block, date }) => {
    const arguments_ = kind.reads.map((name) => findAttribute(block.body, name));
    return [date, ...arguments_].some(
      (attribute) => attribute !== null && referenceIn(file.text, attribute.expression) !== null
    );
  });
}

// src/commands/survey.ts
async function surveyEstate(reader, folders, ruling, learn = estateVersions) {
  const problems = [];
  const files = await readModuleFiles(reader, folders, problems);
  const versions = await learn([...files.values()].flatMap(({ modules }) => modules));
  const rules = { ...ruling, versions };
  const assessments = [];
  const unrotatable = [];
  for (const folder of folders) {
    const holds = findHolds(folder.files);
    problems.push(...misspeltHolds(folder, holds));
    const ofFolder = filesOf(folder, files);
    if (ofFolder.length === 0) continue;
    const whole = needsWholeFolder(folder, files) ? await readWholeFolder(reader, folder, files) : [];
    const neighbourhood = meet(folder, ofFolder, whole, holds);
    for (const { file, resource } of neighbourhood.files) {
      const broken = syntaxObstacle(file);
      if (broken !== null) problems.push(problemAt(file, broken));
      for (const module of file.modules) {
        const isLink = resource.type === "symlink";
        const obstacle = broken ?? moduleObstacle(file, module, isLink, neighbourhood);
        if (obstacle !== null && obstacle !== broken) problems.push(problemAt(file, obstacle));
        const place = {
          id: credentialId(file.path, module.name),
          cluster: folder.cluster,
          namespace: folder.namespace,
          file,
          line: positionAt(file.text, module.block.start).line,
          scope: neighbourhood.scope,
          applied: resource.applied,
          hold: neighbourhood.hold,
          unusable: obstacle
        };
        assessments.push(judge(module, place, rules));
      }
      unrotatable.push(...findUnrotatable(file));
    }
  }
  problems.sort((a, b) => a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line);
  return { assessments, problems, unrotatable, versions };
}
function filesOf(folder, known) {
  const files = [];
  for (const resource of folder.resources) {
    const file = known.get(resource.path);
    if (file !== void 0) files.push({ file, resource });
  }
  return files;
}
function meet(folder, files, whole, holds) {
  const names = /* @__PURE__ */ new Map();
  for (const { file, resource } of files) {
    if (!resource.applied) continue;
    for (const { name } of file.modules) names.set(name, (names.get(name) ?? 0) + 1);
  }
  const isCode = ({ path }) => path.endsWith(".tf");
  return {
    folder,
    files,
    names,
    scope: whole.length === 0 ? EMPTY_SCOPE : buildScope(
      whole.filter(isCode),
      whole.filter((file) => !isCode(file))
    ),
    overridden: findOverridden(whole),
    hold: holdReason(holds)
  };
}
function problemAt(file, { code, message: message2, offset }) {
  const position = positionAt(file.text, offset);
  return { file: file.path, ...position, code, message: message2, sourceLine: lineAt(file.text, position.line) };
}
function holdReason({ holds }) {
  if (holds.length === 0) return null;
  const effect = holds.includes(HOLD_FILES[1]) ? "stops every apply" : "makes the pipeline pass it by";
  return `the namespace is on hold: ${holds.join(" and ")} ${effect}`;
}
function misspeltHolds(folder, { misspelt }) {
  return misspelt.map(({ file, message: message2 }) => wholeFile(`${folder.path}/${file}`, "misspelt-hold", message2));
}
function findUnrotatable(file) {
  const unrotatable = file.unrotatable.map(({ block, name, source, message: message2 }) => {
    return { name, source, line: positionAt(file.text, block.start).line, code: "not-rotatable", message: message2 };
  });
  return [...unrotatable, ...findDormant(file)].map(({ name, source, line, code, message: message2 }) => {
    return { id: credentialId(file.path, name), file: file.path, line, module: name, source, code, message: message2 };
  });
}
async function estateVersions(modules) {
  return { latest: highestInEstate(modules, false), variables: /* @__PURE__ */ new Map() };
}

// src/commands/selected.ts
async function surveySelected(reader, root, date, options, say, asking = askingOnRequest(options)) {
  const learn = await versionLearner(options, asking, say);
  if (!learn.ok) return learn;
  const { selection, selected } = resolveSelection(options, root);
  const namespaces = await selectNamespaces(reader, selection, say);
  if (!namespaces.ok) return namespaces;
  const { maxAgeDays, includeHeld } = options;
  const rules = { today: date, maxAgeDays, includeHeld };
  const survey = await surveyEstate(
    reader,
    namespaces.value.folders,
    rules,
    (modules) => learn.value(modules, isWholeEstate(namespaces.value))
  );
  const unknown = findUnknownModule(selection, survey.assessments);
  if (unknown !== null) return unknown;
  const problems = [...namespaces.value.problems, ...survey.problems];
  return ok({ selection, selected, namespaces: namespaces.value, survey: { ...survey, problems } });
}
async function surveyWorktree(options, say) {
  const root = openRoot(options);
  if (!root.ok) return root;
  const date = resolveDate(options);
  if (!date.ok) return date;
  const reader = openWorktree(root.value.root);
  const read = await surveySelected(reader, root.value.root, date.value, options, say);
  return read.ok ? ok({ root: root.value, date: date.value, reader, ...read.value }) : read;
}

export {
  isGlob,
  selectsCredential,
  dayInLondon,
  timeInLondon,
  readDate,
  writeDate,
  writeDateAgain,
  openRoot,
  resolveDate,
  referenceIn,
  buildScope,
  resolveValue,
  findModules,
  releasesAbove,
  isUnsetDate,
  openWorktree,
  upgradeRemarks,
  surveySelected,
  surveyWorktree,
  runDoor
};
