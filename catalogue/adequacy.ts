import type { CountryCode } from "./countries.ts";
import type { Dated, Sourced } from "./sourced.ts";

/** A decision of the European Commission under Article 45 GDPR (or its forerunner): personal data may be transferred there without further safeguards. */
export interface AdequacyDecision extends Sourced, Dated {
  readonly country: CountryCode;
  /** The act, as the Official Journal numbers it. */
  readonly act: string;
  /** Recipients that the decision covers, when it does not cover the country as a whole. */
  readonly only?: string;
}

const seen = "2026-11-23";
const eli = (act: string) => `https://eur-lex.europa.eu/eli/${act}/oj`;

/**
 * Every decision in force or lapsed. A decision for some recipients only does not make the country adequate: whether the recipient is one of them
 * is a fact about a company, which no plan shows.
 */
export const ADEQUACY: readonly AdequacyDecision[] = [
  { country: "CH", act: "2000/518/EC", from: "2000-07-26", source: eli("dec/2000/518"), seen },
  {
    country: "CA",
    act: "2002/2/EC",
    from: "2001-12-20",
    only: "commercial organisations subject to PIPEDA",
    source: eli("dec/2002/2(1)"),
    seen,
  },
  { country: "AR", act: "2003/490/EC", from: "2003-06-30", source: eli("dec/2003/490"), seen },
  { country: "GG", act: "2003/821/EC", from: "2003-11-21", source: eli("dec/2003/821"), seen },
  { country: "IM", act: "2004/411/EC", from: "2004-04-28", source: eli("dec/2004/411"), seen },
  { country: "JE", act: "2008/393/EC", from: "2008-05-08", source: eli("dec/2008/393"), seen },
  { country: "FO", act: "2010/146/EU", from: "2010-03-05", source: eli("dec/2010/146"), seen },
  { country: "AD", act: "2010/625/EU", from: "2010-10-19", source: eli("dec/2010/625"), seen },
  { country: "IL", act: "2011/61/EU", from: "2011-01-31", source: eli("dec/2011/61"), seen },
  { country: "UY", act: "2012/484/EU", from: "2012-08-21", source: eli("dec_impl/2012/484"), seen },
  { country: "NZ", act: "2013/65/EU", from: "2012-12-19", source: eli("dec_impl/2013/65"), seen },
  {
    country: "JP",
    act: "(EU) 2019/419",
    from: "2019-01-23",
    only: "business operators subject to the APPI",
    source: eli("dec_impl/2019/419"),
    seen,
  },
  {
    country: "GB",
    act: "(EU) 2021/1772, renewed on 2025-12-19",
    from: "2021-06-28",
    to: "2031-12-27",
    source: "https://www.dpocentre.com/news/eu-renews-uk-personal-data-adequacy-decisions",
    seen,
  },
  {
    country: "KR",
    act: "(EU) 2022/254",
    from: "2021-12-17",
    only: "personal information controllers subject to the PIPA",
    source: eli("dec_impl/2022/254"),
    seen,
  },
  {
    country: "US",
    act: "(EU) 2023/1795",
    from: "2023-07-10",
    only: "organisations certified under the EU-US Data Privacy Framework",
    source: eli("dec_impl/2023/1795"),
    seen,
  },
  {
    country: "BR",
    act: "(EU) 2026/179",
    from: "2026-01-26",
    source: "https://europalov.no/rettsakt/beskyttelse-av-personopplysninger-ved-datautveksling-med-brasil/id-34841",
    seen,
  },
];
