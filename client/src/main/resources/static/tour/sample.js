// Papers of our own making. Numbers are fresh for each tour, so that it can be walked again on the same ledger.

const digits = (count) => Array.from(crypto.getRandomValues(new Uint8Array(count)), (value) => value % 10).join("");

/** A number as a customs post gives them: the post, the day, and a number of that day. */
export const declarationNumber = (day) => `26001/${day.slice(8, 10)}${day.slice(5, 7)}${day.slice(2, 4)}/${digits(7)}`;

/** What makes a file that nobody can guess. */
export const secret = () =>
  Array.from(crypto.getRandomValues(new Uint8Array(32)), (value) => value.toString(16).padStart(2, "0")).join("");

// ISO 6346: a letter counts from 10 on, leaving out the multiples of 11; the n-th sign from the left counts 2^n times.
const VALUES = "0123456789A?BCDEFGHIJK?LMNOPQRSTU?VWXYZ";

/** The number of a container that nobody owns, with its check digit. */
export const containerNumber = () => {
  const number = `MUHU${digits(6)}`;
  const sum = [...number].reduce((total, sign, at) => total + VALUES.indexOf(sign) * 2 ** at, 0);
  return number + String(sum % 11 % 10);
};

/** An import declaration of the WCO data model that releases 100 t of wheat. */
export const declaration = ({ number, secret: unlike, day }) => `<?xml version="1.0" encoding="UTF-8"?>
<Declaration xmlns="urn:wco:datamodel:WCO:DEC-DMS:2">
  <FunctionCode>9</FunctionCode>
  <ID>${number}</ID>
  <TypeCode>IMA</TypeCode>
  <IssueDateTime><DateTimeString formatCode="102">${day.replaceAll("-", "")}</DateTimeString></IssueDateTime>
  <Declarant><Name>Training customs post</Name></Declarant>
  <GoodsShipment>
    <Consignee><Name>Bahor Savdo LLC</Name></Consignee>
    <GovernmentAgencyGoodsItem>
      <SequenceNumeric>1</SequenceNumeric>
      <Commodity><Description>Wheat</Description></Commodity>
      <GoodsMeasure><NetNetWeightMeasure unitCode="TNE">100</NetNetWeightMeasure></GoodsMeasure>
    </GovernmentAgencyGoodsItem>
  </GoodsShipment>
  <AdditionalInformation><StatementDescription>${unlike}</StatementDescription></AdditionalInformation>
</Declaration>
`;

/** The same with one letter changed: other goods. */
export const forged = (facts) => declaration(facts).replace(">Wheat<", ">Wheet<");

/** A file that the browser keeps under a name when its link is followed. */
export const addressOf = (text, type) => URL.createObjectURL(new Blob([text], { type }));
