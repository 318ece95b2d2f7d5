// The shipped weights for companies, reasoned, not fitted: a name is written in many ways and borne by many companies, a domain is
// a company's own but also its subsidiaries', a country is where two of one name part.
import type { Model } from './model.ts'

export const accountModel: Model = {
  kind: 'account',
  fields: [
    {
      name: 'domain',
      levels: [
        { name: 'other', m: 0.12, u: 0.9998 },
        { name: 'other by mail', m: 0.15, u: 0.9 },
        // Whoever bears the same name has the same word before the ending, so that it says no more than the name did.
        { name: 'other ending', m: 0.05, u: 0.15 },
        { name: 'same by mail', m: 0.3, u: 0.0005 },
        { name: 'same', m: 0.5, u: 0.00005 },
      ],
    },
    {
      name: 'registration',
      levels: [
        { name: 'different', m: 0.03, u: 0.99999 },
        { name: 'slip', m: 0.04, u: 0.00001 },
        { name: 'same', m: 0.93, u: 0.000001 },
      ],
    },
    {
      name: 'phone',
      levels: [
        { name: 'different', m: 0.45, u: 0.999 },
        { name: 'near', m: 0.05, u: 0.0004 },
        { name: 'same', m: 0.5, u: 0.00005 },
      ],
    },
    {
      name: 'country',
      levels: [
        { name: 'different', m: 0.03, u: 0.85 },
        { name: 'same', m: 0.97, u: 0.15 },
      ],
      rarity: { from: 'same', up: 2, down: 2 },
    },
    {
      name: 'form',
      levels: [
        { name: 'different', m: 0.07, u: 0.4 },
        { name: 'same', m: 0.93, u: 0.6 },
      ],
    },
    {
      name: 'industry',
      levels: [
        { name: 'different', m: 0.4, u: 0.9 },
        { name: 'same', m: 0.6, u: 0.1 },
      ],
    },
    {
      name: 'branch',
      levels: [
        { name: 'one side only', m: 0.2, u: 0.9 },
        { name: 'same', m: 0.8, u: 0.1 },
      ],
    },
    {
      // When the contract began and when it is to be renewed: two lists of one's customers tell the same of the same company.
      name: 'term',
      levels: [
        { name: 'different', m: 0.25, u: 0.9915 },
        // A contract that was renewed keeps its day of the year, whichever of its years a list tells.
        { name: 'years apart', m: 0.15, u: 0.008 },
        { name: 'same', m: 0.6, u: 0.0005 },
      ],
      rarity: { from: 'same', up: 1, down: 8 },
    },
    {
      name: 'people',
      levels: [
        // Where both sides name several, two sites of one group are likelier than two lists of one site's people.
        { name: 'none of several in common', m: 0.1, u: 0.9 },
        { name: 'none in common', m: 0.4, u: 0.99 },
        { name: 'one in common', m: 0.3, u: 0.0012 },
        { name: 'several in common', m: 0.3, u: 0.0001 },
      ],
    },
    {
      name: 'house',
      levels: [
        { name: 'different', m: 0.15, u: 0.975 },
        { name: 'slip', m: 0.05, u: 0.01 },
        { name: 'same', m: 0.8, u: 0.015 },
      ],
    },
    {
      name: 'street',
      levels: [
        { name: 'different', m: 0.2, u: 0.994 },
        { name: 'near', m: 0.1, u: 0.003 },
        { name: 'same', m: 0.7, u: 0.003 },
      ],
      rarity: { from: 'same', up: 2, down: 4 },
    },
    {
      name: 'postcode',
      levels: [
        { name: 'different', m: 0.15, u: 0.98 },
        { name: 'slip', m: 0.1, u: 0.015 },
        { name: 'same', m: 0.75, u: 0.005 },
      ],
    },
    {
      name: 'city',
      levels: [
        { name: 'different', m: 0.2, u: 0.95 },
        { name: 'near', m: 0.1, u: 0.01 },
        { name: 'same', m: 0.7, u: 0.04 },
      ],
      rarity: { from: 'same', up: 3, down: 3 },
    },
    {
      name: 'name',
      levels: [
        { name: 'different', m: 0.05, u: 0.98 },
        { name: 'a word in common', m: 0.03, u: 0.012 },
        { name: 'initials or another trade', m: 0.04, u: 0.002 },
        { name: 'one within the other', m: 0.1, u: 0.0002 },
        { name: 'slip or cut off', m: 0.13, u: 0.00004 },
        { name: 'other spaces or order', m: 0.1, u: 0.000012 },
        { name: 'same', m: 0.55, u: 0.00005 },
      ],
      rarity: { from: 'one within the other', up: 6, down: 7 },
    },
  ],
  together: [{ fields: ['house', 'street', 'postcode', 'city'], atLeast: -5 }],
  contradictions: [
    {
      name: 'another name',
      when: { name: ['different', 'a word in common'] },
      // A company that changed its name keeps its people.
      unless: [
        { registration: ['same'] },
        { people: ['several in common'], domain: ['absent', 'same', 'same by mail'] },
      ],
      atMost: 3,
      answer: 'related',
    },
    {
      name: 'another trade under one name',
      when: { name: ['initials or another trade'] },
      unless: [{ registration: ['same'] }, { domain: ['same', 'same by mail'] }],
      atMost: 4,
      answer: 'related',
    },
    {
      name: 'a branch of its own',
      when: {
        branch: ['one side only'],
        name: ['absent', 'different', 'a word in common', 'initials or another trade', 'other spaces or order', 'same'],
      },
      unless: [{ registration: ['same'] }, { people: ['several in common'] }],
      atMost: 3,
      answer: 'related',
      isHard: true,
    },
    {
      // A name that was cut off cannot tell what would have followed: alone it joins nobody, but other records may lead across.
      name: 'a branch, or a name without one',
      when: { branch: ['one side only'], name: ['one within the other', 'slip or cut off'] },
      unless: [
        { registration: ['same'] },
        { people: ['several in common'] },
        { name: ['slip or cut off'], people: ['one in common'] },
      ],
      atMost: 3,
      answer: 'related',
    },
    {
      name: 'one name in two countries',
      when: { country: ['different'] },
      unless: [{ registration: ['same'] }],
      atMost: 3,
      answer: 'related',
      isHard: true,
    },
    {
      name: 'one name at two addresses',
      when: { house: ['different'], street: ['different'], city: ['different'] },
      unless: [{ registration: ['same'] }, { domain: ['same', 'same by mail'] }, { phone: ['same'] }],
      atMost: 3,
      answer: 'related',
    },
    {
      name: 'one name at two domains, with other people',
      when: {
        name: ['one within the other', 'slip or cut off', 'other spaces or order', 'same'],
        domain: ['other', 'other by mail'],
        people: ['none of several in common', 'none in common'],
      },
      unless: [{ registration: ['same'] }, { phone: ['same'] }],
      atMost: 3,
      answer: 'related',
    },
    {
      // Who has another contract under the same name may be the branch that goes by its parent's.
      name: 'one name under two contracts',
      when: { term: ['different'], name: ['one within the other', 'slip or cut off', 'other spaces or order', 'same'] },
      unless: [
        { registration: ['same'] },
        { domain: ['same'] },
        { phone: ['same'] },
        { people: ['one in common', 'several in common'] },
      ],
      atMost: 3,
      answer: 'related',
      isHard: true,
    },
    {
      name: 'another registration',
      when: { registration: ['different'] },
      atMost: 2,
      answer: 'not_same',
      isHard: true,
    },
  ],
  ties: [{ domain: ['same'] }, { phone: ['same'], city: ['same'] }],
  // A domain is the whole group's, and the bare name often is.
  ownEvidence: [
    { registration: ['same'] },
    { phone: ['same'] },
    { people: ['one in common', 'several in common'] },
    { term: ['same'] },
    { branch: ['same'] },
    { house: ['same'], street: ['same', 'near'] },
  ],
  evidenceOfAnother: [{ phone: ['different'] }, { people: ['none of several in common'] }],
  wholeNames: [{ name: ['slip or cut off', 'other spaces or order', 'same'] }],
  duplicates: 1,
  sameBits: 4,
  mergeBits: 8,
  possibleBits: 0,
}
