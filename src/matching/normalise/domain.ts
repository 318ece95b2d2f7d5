// The domain a company owns. A page at a social network or a shop builder is not the company's, and one name under two
// endings ("acme.com", "acme.de") is near, not equal.
import { parse } from 'tldts'
import { isFreeMail } from '../mailboxes.ts'
import { readLately } from './lately.ts'

export type CompanyDomain = { domain: string /** The word before the ending, without hyphens. */; label: string }

const sharedHosts = new Set(
  `facebook.com instagram.com linkedin.com twitter.com x.com youtube.com tiktok.com pinterest.com google.com goo.gl g.page bit.ly linktr.ee t.me wa.me whatsapp.com
  wixsite.com wix.com weebly.com squarespace.com wordpress.com blogspot.com tumblr.com medium.com substack.com notion.site webflow.io github.io gitlab.io netlify.app vercel.app herokuapp.com
  pages.dev web.app firebaseapp.com appspot.com azurewebsites.net cloudfront.net amazonaws.com myshopify.com shopify.com etsy.com ebay.com amazon.com mercadolivre.com.br mercadolibre.com
  godaddysites.com business.site jimdosite.com jimdofree.com strikingly.com yolasite.com site123.me blogspot.com.br negocio.site ueniweb.com yelp.com tripadvisor.com crunchbase.com indeed.com
  xing.com vk.com weibo.com line.me example.com example.org example.net localhost.com onmicrosoft.com sharepoint.com`.split(
    /\s+/,
  ),
)

/** The registrable domain of an address, a page or a mailbox; null where it is nobody's own. Many people write from one company. */
export const readDomain: (text: string) => CompanyDomain | null = readLately(5_000, parseDomain)

function parseDomain(text: string): CompanyDomain | null {
  const host = text
    .trim()
    .toLowerCase()
    .replace(/^[^@/]*@/, '')
  const found = parse(host)
  const domain = found.domain
  if (!domain || found.isIp || sharedHosts.has(domain) || isFreeMail(domain)) return null
  return { domain, label: (found.domainWithoutSuffix ?? '').replaceAll('-', '') }
}
