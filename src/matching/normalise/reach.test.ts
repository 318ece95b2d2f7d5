import { expect, test } from 'vitest'
import { readAddress } from './address.ts'
import { readDomain } from './domain.ts'
import { latinised } from './letters.ts'
import { readMailbox } from './mailbox.ts'
import { fitOf, handleOf, nameOfMailbox, spelledOut } from './mailbox-name.ts'
import { readPerson } from './person.ts'
import { readPhone } from './phone.ts'
import { soundOf } from './sound.ts'

test('one mailbox has one key, tags and the dots of Gmail aside', () => {
  expect(readMailbox('Ana.Lopez+crm@Googlemail.com')?.key).toBe('analopez@gmail.com')
  expect(readMailbox('ana.lopez+crm@acme.com')?.key).toBe('ana.lopez@acme.com')
  expect(readMailbox('finance@acme.com')).toMatchObject({ isRole: true, isFree: false })
  expect(readMailbox('ana@yahoo.com')).toMatchObject({ isRole: false, isFree: true })
})

test('a mailbox of first and last name tells the name, one of a single word does not', () => {
  expect(nameOfMailbox('raymond.tay')).toMatchObject({ given: ['raymond'], family: ['tay'] })
  expect(nameOfMailbox('tayr')).toBeNull()
  expect(fitOf('tayr', ['raymond'], ['tay'])).toEqual({ given: 'initial', family: 'whole' })
  expect(fitOf('smith', ['raymond'], ['tay'])).toBeNull()
  expect(spelledOut(readPerson({ full: 'K. Berg' }), handleOf('kerstin.berg2')).given).toEqual(['kerstin'])
})

test('a telephone is the same with and without its country and its extension', () => {
  expect(readPhone('+12122414371;ext=12')?.key).toBe('+12122414371')
  expect(readPhone('(212) 241-4371', 'US')?.key).toBe('+12122414371')
  expect(readPhone('0049 30 9824 0198')?.tail).toBe(readPhone('030 98240198')?.tail)
  expect(readPhone('123')).toBeNull()
})

test('a page at somebody else’s host and free mail are no company’s domain', () => {
  expect(readDomain('https://www.acme.co.uk/about')).toEqual({ domain: 'acme.co.uk', label: 'acme' })
  expect(readDomain('facebook.com/acme')).toBeNull()
  expect(readDomain('ana@gmail.com')).toBeNull()
})

test('an address is its house and its street, however it is abbreviated', () => {
  expect(readAddress('435 S. La Cienega Blv.')).toEqual({ house: '435', street: 'la cienega boulevard' })
  expect(readAddress('435 south la cienega boulevard')).toEqual(readAddress('435 S. La Cienega Blvd'))
  expect(readAddress('854 7th Ave. between 54th and 55th Sts.')).toEqual(readAddress('854 Seventh Avenue'))
})

test('names in other scripts are read in Latin letters', () => {
  expect(latinised('Žižek & Łódź')).toBe('zizek lodz')
  expect(latinised('Иванов')).toBe('ivanov')
  expect(latinised('Παπαδόπουλος')).toBe('papadopoulos')
})

test('spellings of one sound meet', () => {
  expect(soundOf('catherine')).toBe(soundOf('kathryn'))
  expect(soundOf('smith')).toBe(soundOf('smyth'))
})
