// The colours that programs write into their lines for a terminal. What else a terminal would do is left out.

const control = /\u001b(?:\[([0-9;:]*)([@-~])|\][^\u0007\u001b]*(?:\u0007|\u001b\\)|[@-Z\\^_])/g;

/** The line without anything for a terminal. */
export const plain = (content) => content.replace(control, "").replace(/[\u0000-\u0008\u000b-\u001f\u007f]/g, "");

/** [{ text, classes, color }]; `color` is there only where it is none of the sixteen with names. */
export function segments(content) {
  const parts = [];
  let style = {};
  let end = 0;
  const add = (text) => {
    const clean = plain(text);
    if (clean) {
      parts.push({ text: clean, classes: classesOf(style), color: style.color });
    }
  };
  for (const match of content.matchAll(control)) {
    add(content.slice(end, match.index));
    end = match.index + match[0].length;
    if (match[2] === "m") {
      style = styled(style, match[1].split(/[;:]/).map(Number));
    }
  }

  add(content.slice(end));
  return parts;
}

function styled(before, codes) {
  let style = { ...before };
  for (let index = 0; index < codes.length; index++) {
    const code = codes[index];
    if (code === 0) {
      style = {};
    } else if (code === 1) {
      style.isBold = true;
    } else if (code === 2) {
      style.isFaint = true;
    } else if (code === 22) {
      style.isBold = style.isFaint = false;
    } else if (code === 39) {
      style.ink = style.color = undefined;
    } else if (code >= 30 && code <= 37) {
      [style.ink, style.color] = [code - 30, undefined];
    } else if (code >= 90 && code <= 97) {
      [style.ink, style.color] = [code - 82, undefined];
    } else if (code === 38 || code === 48) {
      const length = codes[index + 1] === 5 ? 2 : 4;
      if (code === 38) {
        Object.assign(style, extended(codes.slice(index + 1, index + 1 + length)));
      }

      index += length;
    }
  }

  return style;
}

/** 5;n is one of 256 colours, 2;r;g;b any. Grounds are left out: they would not suit both themes. */
function extended([kind, ...values]) {
  if (kind === 5 && values[0] < 16) {
    return { ink: values[0], color: undefined };
  }

  const [red, green, blue] = kind === 5 ? cube(values[0]) : values;
  return { ink: undefined, color: `rgb(${red} ${green} ${blue})` };
}

function cube(number) {
  if (number >= 232) {
    return Array(3).fill(8 + (number - 232) * 10);
  }

  const levels = [0, 95, 135, 175, 215, 255];
  const index = number - 16;
  return [levels[Math.floor(index / 36)], levels[Math.floor(index / 6) % 6], levels[index % 6]];
}

const classesOf = ({ ink, isBold, isFaint }) =>
  [ink !== undefined && `ink-${ink}`, isBold && "bold", isFaint && "faint"].filter((name) => name).join(" ");
