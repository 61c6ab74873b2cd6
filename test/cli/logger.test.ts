import { describe, expect, it } from 'vitest';
import { type ProgressOptions, speaker } from '../../src/cli/logger.ts';

/** A clock that goes on when the test says so. */
function aClock() {
  const due: { readonly at: number; readonly act: () => void }[] = [];
  return {
    now: 0,
    after(milliseconds: number, act: () => void) {
      const one = { at: this.now + milliseconds, act };
      due.push(one);
      return () => void due.splice(due.indexOf(one) >>> 0, 1);
    },
    pass(milliseconds: number) {
      this.now += milliseconds;
      for (const one of due.filter(({ at }) => at <= this.now)) {
        due.splice(due.indexOf(one), 1);
        one.act();
      }
    },
  };
}

/** A speaker whose words and clock the test holds. */
function heard(options: Partial<ProgressOptions> = {}) {
  const written: string[] = [];
  const time = aClock();
  const { say, end } = speaker({
    write: (text) => void written.push(text),
    interactive: false,
    width: () => 40,
    quiet: false,
    verbose: false,
    clock: () => time.now,
    after: (milliseconds, act) => time.after(milliseconds, act),
    ...options,
  });
  const tell = (phase: string, done: number, total: number, note?: string): void =>
    say.progress?.({ phase, done, total, note });
  return { say, end, tell, time, text: () => written.join('') };
}

/** What stands on a terminal's lines after these bytes: `\r` and "erase in line" are all that is used. */
function screen(text: string): readonly string[] {
  return text.split('\n').map((line) => line.split('\r\u001b[2K').at(-1)!);
}

describe('progress in a log', () => {
  it('is one line for each phase that takes a while, however much is done in it', () => {
    const { tell, time, text } = heard();

    for (let done = 0; done <= 3000; done += 1) {
      tell('reading namespaces', done, 3000);
      time.now += 1;
    }
    for (let done = 0; done <= 3; done += 1) tell('building commits', done, 3);
    for (let done = 0; done <= 3; done += 1) {
      tell('verifying edits', done, 3);
      time.now += 800;
    }

    expect(text()).toBe('reading namespaces: 1,000 of 3,000\nverifying edits: 2 of 3\n');
  });

  it('says what is waited for when nothing more is heard of it, and not when the run is over', () => {
    const { tell, time, text, end } = heard();

    tell('asking the remote', 0, 0);
    time.pass(1500);
    tell('asking GitHub', 0, 0);
    end();
    time.pass(1500);

    expect(text()).toBe('asking the remote\n');
  });

  it('shows every minute that a long phase still moves', () => {
    const { tell, time, text } = heard();

    for (let done = 1; done <= 300; done += 1) {
      tell('pull requests', done, 300, `canal-permits-${done} created`);
      time.pass(500);
    }

    expect(text()).toBe(
      'pull requests: 1 of 300, canal-permits-1 created\n' +
        'pull requests: 123 of 300, canal-permits-123 created\n' +
        'pull requests: 243 of 300, canal-permits-243 created\n',
    );
  });

  it('lists each thing that is done with --verbose, and no step of the counting', () => {
    const { tell, text } = heard({ verbose: true });

    for (let done = 0; done <= 3; done += 1) tell('verifying edits', done, 3);
    tell('pull requests', 1, 2, 'canal-permits-dev created');
    tell('pull requests', 2, 2, 'canal-permits-prod unchanged');

    expect(text()).toBe(
      'verifying edits: 0 of 3\nverifying edits: 3 of 3\npull requests: 1 of 2, canal-permits-dev created\n' +
        'pull requests: 2 of 2, canal-permits-prod unchanged\n',
    );
  });

  it('has no escape code, whatever a name contains', () => {
    const { tell, text } = heard({ verbose: true });

    tell('pull requests', 1, 1, 'evil\u001b[31m\r\nname created');

    expect(text()).toBe('pull requests: 1 of 1, evil\\x1b[31m\\r\\nname created\n');
  });
});

describe('progress on a terminal', () => {
  it('is one line that is rewritten, and gone at the end', () => {
    const { tell, end, time, text } = heard({ interactive: true });

    tell('reading namespaces', 0, 1500);
    time.now += 500;
    tell('reading namespaces', 750, 1500);

    expect(screen(text())).toEqual(['reading namespaces: 750 of 1,500']);
    end();
    expect(screen(text())).toEqual(['']);
    expect(text()).not.toContain('\n');
  });

  it('is redrawn no faster than the eye follows, but for the last', () => {
    const { tell, time, text } = heard({ interactive: true });

    for (let done = 0; done <= 1000; done += 1) {
      tell('verifying edits', done, 1000);
      time.now += 1;
    }

    expect(text().split('\r').length - 1).toBeLessThanOrEqual(15);
    expect(screen(text())).toEqual(['verifying edits: 1,000 of 1,000']);
  });

  it('never wraps', () => {
    const { tell, text } = heard({ interactive: true, width: () => 30 });

    tell('pull requests', 1, 1000, 'a-namespace-with-a-very-long-name created');

    expect(screen(text())[0]).toBe('pull requests: 1 of 1,000, a…');
  });

  it('makes way for a line that stays', () => {
    const { say, tell, time, text } = heard({ interactive: true });

    tell('verifying edits', 1, 3);
    say('no namespace matches --namespace zz*');
    time.now += 500;
    tell('verifying edits', 2, 3);

    expect(screen(text())).toEqual(['no namespace matches --namespace zz*', 'verifying edits: 2 of 3']);
  });
});

it('is silent with --quiet, lines and progress alike', () => {
  const { say, tell, end, text } = heard({ quiet: true, interactive: true, verbose: true });

  say('a line');
  tell('verifying edits', 1, 1);
  end();

  expect(text()).toBe('');
});
