import { XMLBuilder } from 'fast-xml-parser';
import { compactIban } from './iban.ts';
import { lineCents, taxSentenceOf, type Buyer, type InvoiceContent, type Issuer, type Line } from './invoice.ts';
import { taxCategories } from './vocabulary.ts';

/** XRechnung 3.0 as UN/CEFACT Cross Industry Invoice D16B. The order of the elements is that of the schema. */
export const xrechnung = 'urn:cen.eu:en16931:2017#compliant#urn:xeinkauf.de:kosit:xrechnung_3.0';
const process = 'urn:fdc:peppol.eu:2017:poacc:billing:01:1.0';
const namespaces = Object.fromEntries(
	Object.entries({
		rsm: 'CrossIndustryInvoice',
		ram: 'ReusableAggregateBusinessInformationEntity',
		udt: 'UnqualifiedDataType',
		qdt: 'QualifiedDataType'
	}).map(([prefix, name]) => [`@_xmlns:${prefix}`, `urn:un:unece:uncefact:data:standard:${name}:100`])
);

const decimal = (cents: number) =>
	`${cents < 0 ? '-' : ''}${Math.trunc(Math.abs(cents) / 100)}.${String(Math.abs(cents) % 100).padStart(2, '0')}`;
const dated = (iso: string, prefix: 'udt' | 'qdt' = 'udt') => ({
	[`${prefix}:DateTimeString`]: { '@_format': '102', '#text': iso.replaceAll('-', '') }
});
const coded = (code: string, text: string, attribute = 'schemeID') => ({ [`@_${attribute}`]: code, '#text': text });

const address = ({ street, postalCode, city }: Pick<Buyer, 'street' | 'postalCode' | 'city'>) => ({
	'ram:PostcodeCode': postalCode,
	...(street && { 'ram:LineOne': street }),
	'ram:CityName': city,
	'ram:CountryID': 'DE'
});
const mailbox = (email: string) => ({ 'ram:URIID': coded('EM', email) });

function seller(issuer: Issuer, slug: string) {
	const outside = taxCategories[issuer.taxMode] === 'O';
	const ids = [
		...(issuer.vatId && !outside ? [{ 'ram:ID': coded('VA', issuer.vatId) }] : []),
		...(issuer.taxNumber ? [{ 'ram:ID': coded('FC', issuer.taxNumber) }] : [])
	];
	return {
		'ram:ID': slug,
		'ram:Name': issuer.name,
		...(issuer.registration && { 'ram:SpecifiedLegalOrganization': { 'ram:ID': issuer.registration } }),
		'ram:DefinedTradeContact': {
			'ram:PersonName': issuer.contactName,
			'ram:TelephoneUniversalCommunication': { 'ram:CompleteNumber': issuer.phone },
			'ram:EmailURIUniversalCommunication': { 'ram:URIID': issuer.email }
		},
		'ram:PostalTradeAddress': address(issuer),
		'ram:URIUniversalCommunication': mailbox(issuer.email),
		...(ids.length && { 'ram:SpecifiedTaxRegistration': ids })
	};
}

const buyerParty = (buyer: Buyer) => ({
	'ram:Name': buyer.name,
	...(buyer.department && { 'ram:DefinedTradeContact': { 'ram:DepartmentName': buyer.department } }),
	'ram:PostalTradeAddress': address(buyer),
	'ram:URIUniversalCommunication': mailbox(buyer.email)
});

function lineItem({ issuer }: InvoiceContent, line: Line, index: number) {
	const code = taxCategories[issuer.taxMode];
	return {
		'ram:AssociatedDocumentLineDocument': { 'ram:LineID': String(index + 1) },
		'ram:SpecifiedTradeProduct': { 'ram:Name': line.text, ...(line.detail && { 'ram:Description': line.detail }) },
		'ram:SpecifiedLineTradeAgreement': { 'ram:NetPriceProductTradePrice': { 'ram:ChargeAmount': decimal(line.unitCents) } },
		'ram:SpecifiedLineTradeDelivery': { 'ram:BilledQuantity': coded('C62', String(line.quantity), 'unitCode') },
		'ram:SpecifiedLineTradeSettlement': {
			'ram:ApplicableTradeTax': {
				'ram:TypeCode': 'VAT',
				'ram:CategoryCode': code,
				...(code !== 'O' && { 'ram:RateApplicablePercent': code === 'S' ? String(issuer.taxRate) : '0' })
			},
			'ram:SpecifiedTradeSettlementLineMonetarySummation': { 'ram:LineTotalAmount': decimal(lineCents(line)) }
		}
	};
}

function settlement({ issuer, number, totals, dueOn, cancels }: InvoiceContent) {
	const code = taxCategories[issuer.taxMode];
	const reason = taxSentenceOf(issuer);
	return {
		'ram:PaymentReference': number,
		'ram:InvoiceCurrencyCode': 'EUR',
		'ram:SpecifiedTradeSettlementPaymentMeans': {
			'ram:TypeCode': '58',
			'ram:PayeePartyCreditorFinancialAccount': { 'ram:IBANID': compactIban(issuer.iban), 'ram:AccountName': issuer.name },
			...(issuer.bic && { 'ram:PayeeSpecifiedCreditorFinancialInstitution': { 'ram:BICID': issuer.bic } })
		},
		'ram:ApplicableTradeTax': {
			'ram:CalculatedAmount': decimal(totals.taxCents),
			'ram:TypeCode': 'VAT',
			...(code !== 'S' && { 'ram:ExemptionReason': reason }),
			'ram:BasisAmount': decimal(totals.netCents),
			'ram:CategoryCode': code,
			'ram:RateApplicablePercent': code === 'S' ? String(issuer.taxRate) : '0'
		},
		...(dueOn && { 'ram:SpecifiedTradePaymentTerms': { 'ram:DueDateDateTime': dated(dueOn) } }),
		'ram:SpecifiedTradeSettlementHeaderMonetarySummation': {
			'ram:LineTotalAmount': decimal(totals.netCents),
			'ram:TaxBasisTotalAmount': decimal(totals.netCents),
			'ram:TaxTotalAmount': coded('EUR', decimal(totals.taxCents), 'currencyID'),
			'ram:GrandTotalAmount': decimal(totals.grossCents),
			'ram:DuePayableAmount': decimal(totals.grossCents)
		},
		...(cancels && {
			'ram:InvoiceReferencedDocument': {
				'ram:IssuerAssignedID': cancels.number,
				'ram:FormattedIssueDateTime': dated(cancels.issuedOn, 'qdt')
			}
		})
	};
}

const builder = new XMLBuilder({ ignoreAttributes: false, format: true, indentBy: '\t', suppressEmptyNode: true });
/** What XML 1.0 does not allow at all. */
const strange = /[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu;
const clean = (value: unknown): unknown => {
	if (typeof value === 'string') return value.replace(strange, '');
	if (Array.isArray(value)) return value.map(clean);
	return value && typeof value === 'object' ? Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, clean(inner)])) : value;
};

/** The document as XRechnung, for machines. Issue only what `findingsIn` lets through. */
export function toXRechnung(content: InvoiceContent): string {
	const { buyer, issuer, network, kind, cancels } = content;
	const root = {
		'rsm:ExchangedDocumentContext': {
			'ram:BusinessProcessSpecifiedDocumentContextParameter': { 'ram:ID': process },
			'ram:GuidelineSpecifiedDocumentContextParameter': { 'ram:ID': xrechnung }
		},
		'rsm:ExchangedDocument': {
			'ram:ID': content.number,
			'ram:TypeCode': kind === 'invoice' ? '380' : '384',
			'ram:IssueDateTime': dated(content.issuedOn),
			...(cancels && { 'ram:IncludedNote': { 'ram:Content': `Storno der Rechnung ${cancels.number}: ${cancels.reason}` } })
		},
		'rsm:SupplyChainTradeTransaction': {
			'ram:IncludedSupplyChainTradeLineItem': content.lines.map((line, i) => lineItem(content, line, i)),
			'ram:ApplicableHeaderTradeAgreement': {
				'ram:BuyerReference': buyer.reference ?? buyer.orderNumber ?? 'ohne Leitweg-ID',
				'ram:SellerTradeParty': seller(issuer, network.slug),
				'ram:BuyerTradeParty': buyerParty(buyer),
				...(buyer.orderNumber && { 'ram:BuyerOrderReferencedDocument': { 'ram:IssuerAssignedID': buyer.orderNumber } })
			},
			'ram:ApplicableHeaderTradeDelivery': {
				'ram:ActualDeliverySupplyChainEvent': { 'ram:OccurrenceDateTime': dated(content.suppliedOn) }
			},
			'ram:ApplicableHeaderTradeSettlement': settlement(content)
		}
	};
	const tree = {
		'?xml': { '@_version': '1.0', '@_encoding': 'UTF-8' },
		'rsm:CrossIndustryInvoice': { ...namespaces, ...(clean(root) as object) }
	};
	return builder.build(tree);
}
