import { DataError } from "./data-error.ts";
import { Decimal } from "./decimal.ts";

//# CURRENCIES:
/** The codes of ISO 4217, by the decimal places of their minor units. */
const CURRENCIES: readonly (readonly [number, string])[] = [
  [0, "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"],
  [
    2,
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB " +
    "BOV BRL BSD BTN BWP BYN BZD CAD CDF CHE CHF CHW CNY COP COU CRC CUC " +
    "CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD " +
    "GTQ GYD HKD HNL HRK HTG HUF IDR ILS INR IRR JMD KES KGS KHR KPW KYD " +
    "KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK " +
    "MXN MXV MYR MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR " +
    "RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SLL SOS SRD SSP STN SVC " +
    "SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD USN UYU UZS VED VES " +
    "WST XCD XCG YER ZAR ZMW ZWG ZWL",
  ],
  [3, "BHD IQD JOD KWD LYD OMR TND"],
  [4, "CLF UYW"],
];

//# currencyPlaces: needs CURRENCIES, DataError
/** The decimal places of a currency's minor unit; EUR and eur are the same. */
export function currencyPlaces(code: string): number {
  const wanted = /^[A-Za-z]{3}$/.test(code) ? code.toUpperCase() : "";
  const found = CURRENCIES.find(([, codes]) =>
    codes.split(" ").includes(wanted)
  );
  if (found === undefined) {
    throw new DataError(
      "unknown-currency",
      "expected a currency of ISO 4217 such as EUR",
    );
  }
  return found[0];
}

//# fromMinor: needs Decimal, currencyPlaces
/** An amount of money from its minor units: 1999 cents are 19.99. */
export function fromMinor(amount: number, currency: string): Decimal {
  return Decimal.fromMinor(amount, currencyPlaces(currency));
}

//# toMinor: needs type Decimal, currencyPlaces
/** An amount of money in its minor units, which must be whole. */
export function toMinor(amount: Decimal, currency: string): number {
  return amount.toMinor(currencyPlaces(currency));
}
