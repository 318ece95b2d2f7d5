// The shipped weights for people, reasoned from how often people and systems err, not fitted to any file: one name in twenty is
// mistyped, one in twenty shortened; addresses and numbers change with a move, identifiers do not.
import type { Model } from './model.ts'

export const contactModel: Model = {
  kind: 'contact',
  fields: [
    {
      name: 'birth',
      levels: [
        { name: 'a generation apart', m: 0.02, u: 0.5 },
        { name: 'different', m: 0.02, u: 0.46 },
        { name: 'within a hundred days', m: 0.03, u: 0.008 },
        { name: 'two of three parts', m: 0.04, u: 0.004 },
        { name: 'slip', m: 0.06, u: 0.0006 },
        { name: 'same', m: 0.83, u: 0.00005 },
      ],
    },
    {
      name: 'national_id',
      levels: [
        { name: 'different', m: 0.05, u: 0.99998 },
        { name: 'slip', m: 0.05, u: 0.00001 },
        { name: 'same', m: 0.9, u: 0.0000004 },
      ],
    },
    {
      name: 'phone',
      levels: [
        { name: 'different', m: 0.4, u: 0.99 },
        { name: 'near or shared', m: 0.1, u: 0.001 },
        { name: 'same', m: 0.5, u: 0.00003 },
      ],
    },
    {
      name: 'employer',
      levels: [
        { name: 'different', m: 0.1, u: 0.946 },
        { name: 'left for another', m: 0.05, u: 0.05 },
        { name: 'same', m: 0.85, u: 0.004 },
      ],
      rarity: { from: 'same', up: 2, down: 4 },
    },
    {
      name: 'title',
      levels: [
        { name: 'different', m: 0.5, u: 0.96 },
        { name: 'same', m: 0.5, u: 0.04 },
      ],
      rarity: { from: 'same', up: 2, down: 3 },
    },
    {
      name: 'house',
      levels: [
        { name: 'different', m: 0.2, u: 0.975 },
        { name: 'slip', m: 0.05, u: 0.01 },
        { name: 'same', m: 0.75, u: 0.015 },
      ],
    },
    {
      name: 'street',
      levels: [
        { name: 'different', m: 0.2, u: 0.996 },
        { name: 'near', m: 0.1, u: 0.002 },
        { name: 'same', m: 0.7, u: 0.002 },
      ],
      rarity: { from: 'same', up: 2, down: 4 },
    },
    {
      name: 'postcode',
      levels: [
        { name: 'different', m: 0.15, u: 0.975 },
        { name: 'slip', m: 0.1, u: 0.02 },
        { name: 'same', m: 0.75, u: 0.004 },
      ],
      rarity: { from: 'same', up: 2, down: 4 },
    },
    {
      name: 'city',
      levels: [
        { name: 'different', m: 0.15, u: 0.97 },
        { name: 'near', m: 0.1, u: 0.004 },
        { name: 'same', m: 0.75, u: 0.02 },
      ],
      rarity: { from: 'same', up: 3, down: 4 },
    },
    {
      name: 'given',
      levels: [
        { name: 'different', m: 0.02, u: 0.94 },
        { name: 'alike', m: 0.03, u: 0.012 },
        // Who writes initials does so of everybody, so that only the letter itself tells: one in fifteen.
        { name: 'initial', m: 0.05, u: 0.004 },
        { name: 'nickname', m: 0.05, u: 0.003 },
        { name: 'slip', m: 0.06, u: 0.003 },
        { name: 'part or elsewhere', m: 0.06, u: 0.0015 },
        { name: 'same', m: 0.73, u: 0.005 },
      ],
      rarity: { from: 'same', up: 4, down: 3 },
    },
    {
      name: 'family',
      levels: [
        { name: 'different', m: 0.03, u: 0.98 },
        { name: 'alike', m: 0.03, u: 0.008 },
        { name: 'initial', m: 0.02, u: 0.002 },
        { name: 'elsewhere', m: 0.05, u: 0.0003 },
        { name: 'slip', m: 0.06, u: 0.0012 },
        { name: 'one of several', m: 0.06, u: 0.0007 },
        { name: 'same', m: 0.75, u: 0.0015 },
      ],
      rarity: { from: 'same', up: 4, down: 4 },
    },
    {
      name: 'generation',
      levels: [
        { name: 'different', m: 0.01, u: 0.05 },
        { name: 'one side only', m: 0.4, u: 0.8 },
        { name: 'same', m: 0.59, u: 0.15 },
      ],
    },
    {
      name: 'email',
      levels: [
        { name: 'of another owner', m: 0.01, u: 0.01 },
        { name: 'different', m: 0.4, u: 0.9898 },
        { name: 'shared', m: 0.05, u: 0.0005 },
        { name: 'one handle', m: 0.05, u: 0.001 },
        { name: 'alike', m: 0.05, u: 0.00005 },
        { name: 'slip', m: 0.08, u: 0.00001 },
        { name: 'same', m: 0.4, u: 0.0000005 },
      ],
    },
  ],
  // Who moves changes all of these at once.
  together: [{ fields: ['house', 'street', 'postcode', 'city'], atLeast: -3 }],
  contradictions: [
    {
      name: 'another generation of one name',
      when: { generation: ['different'] },
      unless: [{ national_id: ['same'] }],
      atMost: -2,
      answer: 'related',
      isHard: true,
    },
    {
      name: 'a generation told on one side',
      when: { generation: ['one side only'], email: ['absent', 'different', 'shared'] },
      unless: [{ national_id: ['same', 'slip'] }, { birth: ['same', 'slip'] }, { phone: ['same'] }],
      atMost: 2,
      answer: 'related',
    },
    {
      // Twins share day of birth, family and address. Records that also slip elsewhere err more often, so that there, outside of one
      // home, the weights decide.
      name: 'another given name in one family',
      when: { given: ['different'], family: ['same', 'one of several'] },
      // Nobody shares a mailbox of their own at work; Vivian is what colleagues call Shu Ling.
      unless: [{ national_id: ['same', 'slip'] }, { email: ['same'], employer: ['same'] }],
      atMost: 2,
      answer: 'related',
      isOfHouseholds: true,
    },
    {
      name: 'another given name in one home',
      when: { given: ['different'], family: ['alike', 'initial', 'elsewhere', 'slip'], street: ['same', 'near'] },
      unless: [{ national_id: ['same', 'slip'] }, { email: ['same'] }],
      atMost: 2,
      answer: 'related',
      isOfHouseholds: true,
    },
    {
      name: 'another number in one home',
      when: {
        national_id: ['different'],
        street: ['same', 'near'],
        birth: ['absent', 'a generation apart', 'different', 'within a hundred days', 'two of three parts'],
      },
      unless: [{ email: ['same'] }],
      atMost: 2,
      answer: 'related',
      isOfHouseholds: true,
    },
    {
      name: 'another number in one home',
      when: {
        national_id: ['different'],
        street: ['same', 'near'],
        given: ['absent', 'different', 'alike', 'initial'],
      },
      unless: [{ email: ['same'] }],
      atMost: 2,
      answer: 'related',
      isOfHouseholds: true,
    },
    {
      name: 'another given name',
      when: {
        given: ['different'],
        birth: ['absent', 'a generation apart', 'different', 'within a hundred days', 'two of three parts'],
      },
      unless: [{ national_id: ['same', 'slip'] }, { email: ['same'], employer: ['same'] }],
      atMost: 2,
      answer: 'related',
    },
    {
      // Parent and child of one name: neither the day of birth nor the number can be a slip of the pen.
      name: 'a generation apart',
      when: {
        birth: ['a generation apart'],
        national_id: ['absent', 'different'],
        family: ['same', 'slip', 'one of several'],
      },
      unless: [{ email: ['same'] }],
      atMost: 2,
      answer: 'related',
    },
    {
      name: 'a generation apart',
      when: { birth: ['a generation apart'], street: ['same', 'near'] },
      unless: [{ email: ['same'] }, { national_id: ['same', 'slip'] }],
      atMost: 2,
      answer: 'related',
      isOfHouseholds: true,
    },
    {
      name: 'addresses of two people at one company',
      when: { email: ['of another owner'] },
      unless: [{ national_id: ['same', 'slip'] }, { phone: ['same'] }, { birth: ['same'] }],
      atMost: 2,
      answer: 'not_same',
    },
    {
      name: 'another national id',
      when: { national_id: ['different'], birth: ['a generation apart', 'different'] },
      unless: [
        {
          given: ['same', 'slip', 'nickname', 'part or elsewhere'],
          street: ['same', 'near'],
          postcode: ['same', 'slip'],
        },
      ],
      atMost: 2,
      answer: 'not_same',
    },
  ],
  ties: [
    { email: ['same', 'shared'] },
    { phone: ['same', 'near or shared'], employer: ['same'] },
    { family: ['same'], house: ['same'], street: ['same'] },
  ],
  ownEvidence: [],
  evidenceOfAnother: [],
  wholeNames: [],
  duplicates: 1,
  sameBits: 4,
  mergeBits: 6,
  possibleBits: 0,
}
