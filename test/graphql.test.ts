import { describe, expect, it } from 'vitest';
import {
  BRANCH_HEAD,
  COMMIT_ON_BRANCH,
  ENABLE_AUTO_MERGE,
  OPEN_PULL_REQUESTS,
  VIEWER,
} from '../src/github/graphql-documents.ts';
import { checkGraphQL } from './graphql.ts';

const SHA = 'a'.repeat(40);
const PLACE = { owner: 'o', name: 'r', branch: 'refs/heads/x' };
const INPUT = { branch: { branchName: 'x' }, expectedHeadOid: SHA, message: { headline: 'h' } };

describe('checkGraphQL', () => {
  it.each([
    ['Viewer', VIEWER, {}, { viewer: { login: 'me' } }],
    ['OpenPullRequests', OPEN_PULL_REQUESTS, { owner: 'o', name: 'r', first: 1 }, { repository: null }],
    ['BranchHead', BRANCH_HEAD, PLACE, { repository: { ref: null } }],
    ['CommitOnBranch', COMMIT_ON_BRANCH, { input: INPUT }, { createCommitOnBranch: null }],
    [
      'EnableAutoMerge',
      ENABLE_AUTO_MERGE,
      { input: { pullRequestId: '1' } },
      { enablePullRequestAutoMerge: null },
    ],
  ])('has nothing to say against the document %s', (_, query, variables, data) => {
    expect(checkGraphQL(200, { query, variables }, { data })).toEqual([]);
  });

  it.each([
    [
      'a field that GitHub does not have',
      'query { viewer { shoeSize } }',
      {},
      {},
      /Cannot query field "shoeSize"/,
    ],
    ['what is no document', 'query {', {}, {}, /Syntax Error/],
    ['a missing variable', BRANCH_HEAD, { owner: 'o' }, { repository: null }, /\$name.* was not provided/],
    [
      'a field of an input that GitHub does not have',
      COMMIT_ON_BRANCH,
      { input: { ...INPUT, force: true } },
      {},
      /"force" is not defined/,
    ],
    ['null where there must be a value', VIEWER, {}, { viewer: null }, /Cannot return null.*viewer/],
    ['a missing field', VIEWER, {}, { viewer: {} }, /Cannot return null.*login/],
    [
      'a value of another type',
      BRANCH_HEAD,
      PLACE,
      { repository: { ref: { target: { __typename: 'Commit', oid: SHA, signature: { isValid: 'yes' } } } } },
      /Boolean cannot represent/,
    ],
    [
      'a word that an enumeration does not have',
      'query { repository(owner: "o", name: "r") { viewerPermission } }',
      {},
      { repository: { viewerPermission: 'GOD' } },
      /Enum "RepositoryPermission" cannot represent/,
    ],
    ['a field that was not asked for', VIEWER, {}, { viewer: { login: 'me', id: '1' } }, /not asked for/],
  ])('finds %s', (_, query, variables, data, expected) => {
    expect(checkGraphQL(200, { query, variables }, { data }).join('\n')).toMatch(expected);
  });

  it('finds an error without a message, an answer without anything, and another status', () => {
    const request = { query: VIEWER };

    expect(checkGraphQL(200, request, { errors: [{ type: 'FORBIDDEN' }] })).toEqual([
      'GraphQL error: no message',
    ]);
    expect(checkGraphQL(200, request, {})).toEqual(['GraphQL answer: neither data nor errors']);
    expect(checkGraphQL(201, request, {})).toHaveLength(1);
  });
});
