import { describe, expect, it } from 'vitest';
import { compareVersions, versionOf } from '../../src/kinds/versions.ts';

describe('versionOf', () => {
  it.each([
    ['9.2.0', '9.2.0'],
    ['v9.2.0', '9.2.0'],
    ['5.6', '5.6'],
    ['10.20.30', '10.20.30'],
    ['tags/5.10.0', '5.10.0'],
    ['refs/tags/v5.10.0', '5.10.0'],
    ['refs/heads/5.10.0', null],
    ['main', null],
    ['9', null],
    ['9.2.0-beta', null],
    ['9.2.0.1', null],
    ['V9.2.0', null],
    ['a1b2c3d', null],
    ['', null],
    [null, null],
  ])('reads %j as %j', (ref, version) => {
    expect(versionOf(ref)).toBe(version);
  });
});

describe('compareVersions', () => {
  it('orders by number, not by text', () => {
    const versions = ['10.0.0', '9.2.0', '5.16.16', '5.6', '9.10.0', '5.16.2', '5.6.1'];

    expect(versions.toSorted(compareVersions)).toEqual([
      '5.6',
      '5.6.1',
      '5.16.2',
      '5.16.16',
      '9.2.0',
      '9.10.0',
      '10.0.0',
    ]);
  });

  it('takes a missing third number for 0', () => {
    expect(compareVersions('5.6', '5.6.0')).toBe(0);
  });
});
