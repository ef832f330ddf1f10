import type { CountryCode } from "./countries.ts";
import { type Dated, type IsoDate, type Sourced, unread } from "./sourced.ts";

/**
 * A decision of the European Commission under Article 45 GDPR (or its forerunner): personal data may be transferred there without further
 * safeguards. Its source says that the country is adequate.
 */
export interface AdequacyDecision extends Sourced, Dated {
  /** The country that was found adequate. */
  readonly country: CountryCode;
  /** The act, as the Official Journal numbers it. */
  readonly act: string;
  /** Where the act's own text is, for its number and its day. */
  readonly text: Sourced;
  /** Recipients that the decision covers, when it does not cover the country as a whole. */
  readonly only?: string;
}

const seen = "2026-11-23";
/** The Commission's own list of countries. */
const list = {
  source: "https://commission.europa.eu/law/law-topic/data-protection/international-dimension-data-protection/adequacy-decisions_en",
  seen,
} as const;
/** The list of Luxembourg's authority, which says for whom the decisions on Canada and the United States are. */
const luxembourg = {
  source:
    "https://cnpd.public.lu/en/dossiers-thematiques/transferts-internationaux-donnees-personnelles/transferts-dehors-eee-protection-adequate.html",
  seen,
} as const;
const eli = (path: string) => unread(`https://eur-lex.europa.eu/eli/${path}/oj`, seen);

function decision(country: CountryCode, act: string, from: IsoDate, text: Sourced): AdequacyDecision {
  return { country, act, from, text, ...list };
}

/**
 * Every decision in force or lapsed. A decision for some recipients only does not make the country adequate: whether the recipient is one of them
 * is a fact about a company, which no plan shows.
 */
export const ADEQUACY: readonly AdequacyDecision[] = [
  decision("CH", "2000/518/EC", "2000-07-26", {
    source: "https://eur-lex.europa.eu/legal-content/DE/TXT/?uri=CELEX%3A02000D0518-20161217",
    seen,
  }),
  {
    ...decision("CA", "2002/2/EC", "2001-12-20", eli("dec/2002/2(1)")),
    only: "commercial organisations subject to PIPEDA",
    ...luxembourg,
  },
  decision("AR", "2003/490/EC", "2003-06-30", eli("dec/2003/490")),
  decision("GG", "2003/821/EC", "2003-11-21", eli("dec/2003/821")),
  decision("IM", "2004/411/EC", "2004-04-28", eli("dec/2004/411")),
  decision("JE", "2008/393/EC", "2008-05-08", eli("dec/2008/393")),
  decision("FO", "2010/146/EU", "2010-03-05", eli("dec/2010/146")),
  decision("AD", "2010/625/EU", "2010-10-19", eli("dec/2010/625")),
  decision("IL", "2011/61/EU", "2011-01-31", eli("dec/2011/61")),
  decision("UY", "2012/484/EU", "2012-08-21", eli("dec_impl/2012/484")),
  decision("NZ", "2013/65/EU", "2012-12-19", eli("dec_impl/2013/65")),
  { ...decision("JP", "(EU) 2019/419", "2019-01-23", eli("dec_impl/2019/419")), only: "business operators subject to the APPI" },
  {
    ...decision("GB", "(EU) 2021/1772, renewed on 2025-12-19", "2021-06-28", eli("dec_impl/2021/1772")),
    to: "2031-12-27",
    source: "https://www.dpocentre.com/news/eu-renews-uk-personal-data-adequacy-decisions",
    seen,
  },
  {
    ...decision("KR", "(EU) 2022/254", "2021-12-17", eli("dec_impl/2022/254")),
    only: "personal information controllers subject to the PIPA",
  },
  {
    ...decision("US", "(EU) 2023/1795", "2023-07-10", eli("dec_impl/2023/1795")),
    only: "organisations certified under the EU-US Data Privacy Framework",
    ...luxembourg,
  },
  {
    ...decision("BR", "(EU) 2026/179", "2026-01-26", eli("dec_impl/2026/179")),
    source: "https://europalov.no/rettsakt/beskyttelse-av-personopplysninger-ved-datautveksling-med-brasil/id-34841",
    seen,
  },
];
