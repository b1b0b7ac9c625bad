import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { XMLParser } from 'fast-xml-parser';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toXRechnung, xrechnung } from './cii.ts';
import { findingsIn } from './en16931.ts';
import { someInvoice, someIssuer } from './example.ts';
import { takeBack, totalsOf, type InvoiceContent, type Issuer } from './invoice.ts';
import { taxModes, type TaxMode } from './vocabulary.ts';

type Node = { [tag: string]: unknown };
const parser = new XMLParser({
	ignoreAttributes: false,
	parseTagValue: false,
	preserveOrder: false,
	isArray: (name) => name === 'ram:IncludedSupplyChainTradeLineItem'
});
const read = (content: InvoiceContent) => (parser.parse(toXRechnung(content)) as Node)['rsm:CrossIndustryInvoice'] as Node;
const at = (node: unknown, ...path: string[]): unknown => path.reduce<unknown>((inner, tag) => (inner as Node | undefined)?.[tag], node);
const text = (value: unknown): string => (typeof value === 'object' && value ? String((value as Node)['#text']) : String(value));
const cents = (value: unknown) => Math.round(Number(text(value)) * 100);
const issuerWith = (taxMode: TaxMode): Issuer => ({ ...someIssuer, taxMode, vatId: 'DE123456789' });

const trade = 'rsm:SupplyChainTradeTransaction';
const settlement = (root: Node) => at(root, trade, 'ram:ApplicableHeaderTradeSettlement');

const anyInvoice = fc
	.record({
		mode: fc.constantFrom(...(Object.keys(taxModes) as TaxMode[])),
		rate: fc.constantFrom(19, 7),
		lines: fc.array(
			fc.record({
				text: fc.string({ minLength: 1, unit: 'grapheme' }).map((s) => `x${s}`),
				quantity: fc.integer({ min: 1, max: 99 }),
				unitCents: fc.integer({ min: 1, max: 500_000 })
			}),
			{
				minLength: 1,
				maxLength: 6
			}
		),
		reference: fc.option(fc.constant('12073008-0001-23')),
		back: fc.boolean()
	})
	.map(({ mode, rate, lines, reference, back }) => {
		const issuer = { ...issuerWith(mode), taxRate: rate };
		const base = someInvoice({ issuer, lines, totals: totalsOf(lines, issuer) });
		const content = { ...base, buyer: { ...base.buyer, reference } };
		return back ? takeBack(content, { number: 'HO-2026-0002', issuedOn: '2026-12-01', reason: 'Irrtum.' }) : content;
	});

test('whatever is issued passes the rules, and its XML, read again, adds up: lines, tax, sums (BR-CO-10, -13, -14, -15, -16, -17)', () => {
	fc.assert(
		fc.property(anyInvoice, (content) => {
			expect(findingsIn(content)).toEqual([]);
			const root = read(content);
			const items = at(root, trade, 'ram:IncludedSupplyChainTradeLineItem') as Node[];
			const lineSum = items.reduce((sum, item) => {
				const price = cents(at(item, 'ram:SpecifiedLineTradeAgreement', 'ram:NetPriceProductTradePrice', 'ram:ChargeAmount'));
				const quantity = Number(text(at(item, 'ram:SpecifiedLineTradeDelivery', 'ram:BilledQuantity')));
				const net = cents(
					at(item, 'ram:SpecifiedLineTradeSettlement', 'ram:SpecifiedTradeSettlementLineMonetarySummation', 'ram:LineTotalAmount')
				);
				expect(price).toBeGreaterThanOrEqual(0);
				expect(net).toBe(price * quantity);
				return sum + net;
			}, 0);
			const sums = at(settlement(root), 'ram:SpecifiedTradeSettlementHeaderMonetarySummation');
			const tax = at(settlement(root), 'ram:ApplicableTradeTax');
			const [net, basis, vat, gross, due] = ['LineTotal', 'TaxBasisTotal', 'TaxTotal', 'GrandTotal', 'DuePayable'].map((name) =>
				cents(at(sums, `ram:${name}Amount`))
			);
			expect([net, basis]).toEqual([lineSum, lineSum]);
			expect(cents(at(tax, 'ram:BasisAmount'))).toBe(net);
			expect(cents(at(tax, 'ram:CalculatedAmount'))).toBe(vat);
			expect(Math.abs((vat ?? 0) - ((net ?? 0) * Number(text(at(tax, 'ram:RateApplicablePercent')))) / 100)).toBeLessThanOrEqual(0.5);
			expect([gross, due]).toEqual([(net ?? 0) + (vat ?? 0), gross]);
		}),
		{ numRuns: 150 }
	);
});

test('it says what XRechnung 3.0 asks for: profile, process, contact, reference, electronic addresses, transfer', () => {
	const content = someInvoice();
	const root = read(content);
	expect(at(root, 'rsm:ExchangedDocumentContext', 'ram:GuidelineSpecifiedDocumentContextParameter', 'ram:ID')).toBe(xrechnung);
	expect(at(root, 'rsm:ExchangedDocument', 'ram:TypeCode')).toBe('380');
	const agreement = at(root, trade, 'ram:ApplicableHeaderTradeAgreement');
	const seller = at(agreement, 'ram:SellerTradeParty');
	expect(at(seller, 'ram:DefinedTradeContact', 'ram:TelephoneUniversalCommunication', 'ram:CompleteNumber')).toBe('03331 123456');
	expect(at(seller, 'ram:URIUniversalCommunication', 'ram:URIID', '@_schemeID')).toBe('EM');
	expect(at(seller, 'ram:SpecifiedTaxRegistration', 'ram:ID', '@_schemeID')).toBe('FC');
	expect(text(at(agreement, 'ram:BuyerTradeParty', 'ram:URIUniversalCommunication', 'ram:URIID'))).toBe(content.buyer.email);
	expect(at(agreement, 'ram:BuyerReference')).toBe('ohne Leitweg-ID');
	const means = at(settlement(root), 'ram:SpecifiedTradeSettlementPaymentMeans');
	expect([at(means, 'ram:TypeCode'), at(means, 'ram:PayeePartyCreditorFinancialAccount', 'ram:IBANID')]).toEqual(['58', someIssuer.iban]);
	expect(at(settlement(root), 'ram:ApplicableTradeTax', 'ram:ExemptionReason')).toContain('§ 19 UStG');
});

test('outside the scope of tax: category O, no rate on the lines, no VAT number (BR-O-02, BR-O-05); with tax no reason (BR-S-10)', () => {
	const outside = read(someInvoice({ issuer: issuerWith('not_taxable') }));
	const item = (at(outside, trade, 'ram:IncludedSupplyChainTradeLineItem') as Node[])[0];
	const lineTax = at(item, 'ram:SpecifiedLineTradeSettlement', 'ram:ApplicableTradeTax');
	expect(lineTax).toEqual({ 'ram:TypeCode': 'VAT', 'ram:CategoryCode': 'O' });
	expect(JSON.stringify(outside)).not.toContain('DE123456789');
	const issuer = issuerWith('standard');
	expect(JSON.stringify(settlement(read(someInvoice({ issuer }))))).not.toContain('ExemptionReason');
});

test('what takes an invoice back is 384 with the opposite sign and names it (BR-DE-26)', () => {
	const root = read(takeBack(someInvoice(), { number: 'HO-2026-0002', issuedOn: '2026-12-01', reason: 'Irrtum.' }));
	expect(at(root, 'rsm:ExchangedDocument', 'ram:TypeCode')).toBe('384');
	expect(at(settlement(root), 'ram:InvoiceReferencedDocument', 'ram:IssuerAssignedID')).toBe('HO-2026-0001');
	expect(at(settlement(root), 'ram:SpecifiedTradeSettlementHeaderMonetarySummation', 'ram:DuePayableAmount')).toBe('-100.00');
});

/** The order of the schema (CrossIndustryInvoice D16B), for the elements that we write. */
const order = (
	'ID Name SpecifiedLegalOrganization DefinedTradeContact PostalTradeAddress URIUniversalCommunication SpecifiedTaxRegistration|' +
	'BuyerReference SellerTradeParty BuyerTradeParty BuyerOrderReferencedDocument|PostcodeCode LineOne CityName CountryID|' +
	'PaymentReference InvoiceCurrencyCode SpecifiedTradeSettlementPaymentMeans ApplicableTradeTax SpecifiedTradePaymentTerms SpecifiedTradeSettlementHeaderMonetarySummation InvoiceReferencedDocument|' +
	'CalculatedAmount TypeCode ExemptionReason BasisAmount CategoryCode RateApplicablePercent|' +
	'LineTotalAmount TaxBasisTotalAmount TaxTotalAmount GrandTotalAmount DuePayableAmount|' +
	'IncludedSupplyChainTradeLineItem ApplicableHeaderTradeAgreement ApplicableHeaderTradeDelivery ApplicableHeaderTradeSettlement|' +
	'AssociatedDocumentLineDocument SpecifiedTradeProduct SpecifiedLineTradeAgreement SpecifiedLineTradeDelivery SpecifiedLineTradeSettlement|' +
	'TypeCode PayeePartyCreditorFinancialAccount PayeeSpecifiedCreditorFinancialInstitution'
)
	.split('|')
	.map((tags) => tags.split(' '));

test('elements stand in the order of the schema', () => {
	const walk = (node: unknown): void => {
		if (Array.isArray(node)) return node.forEach(walk);
		if (!node || typeof node !== 'object') return;
		const tags = Object.keys(node).map((tag) => tag.replace(/^\w+:/, ''));
		const known = order.find((sequence) => tags.length > 1 && tags.every((tag) => sequence.includes(tag)));
		if (known) expect(tags).toEqual(known.filter((tag) => tags.includes(tag)));
		Object.values(node).forEach(walk);
	};
	const content = someInvoice();
	walk(read({ ...content, buyer: { ...content.buyer, orderNumber: 'B-7' } }));
	expect.hasAssertions();
});

test.runIf(existsSync('/usr/bin/xmllint'))('hostile words stay words: the file is well-formed for another reader', () => {
	const evil = '<x a="&amp;">]]>&#0;\u0000\u0008\ufffe €';
	const content = someInvoice({ lines: [{ text: evil, quantity: 1, unitCents: 100 }] });
	const out = execFileSync(
		'/usr/bin/xmllint',
		['--noent', '--xpath', '//*[local-name()="SpecifiedTradeProduct"]/*[local-name()="Name"]/text()', '-'],
		{
			input: toXRechnung(content)
		}
	).toString();
	expect(out).toContain('&lt;x a="&amp;amp;"&gt;');
});

const broken: [string, (content: InvoiceContent) => InvoiceContent][] = [
	['BR-DE-6', (c) => ({ ...c, issuer: { ...c.issuer, phone: '' } })],
	['BR-DE-9', (c) => ({ ...c, buyer: { ...c.buyer, postalCode: ' ' } })],
	['BR-DE-8', (c) => ({ ...c, buyer: { ...c.buyer, city: '' } })],
	['PEPPOL-EN16931-R010', (c) => ({ ...c, buyer: { ...c.buyer, email: 'kasse' } })],
	['BR-DE-19', (c) => ({ ...c, issuer: { ...c.issuer, iban: 'DE00' } })],
	['BR-DE-16', (c) => ({ ...c, issuer: { ...c.issuer, taxNumber: null } })],
	['BR-CO-09', (c) => ({ ...c, issuer: { ...c.issuer, vatId: '123' } })],
	['BR-CO-10', (c) => ({ ...c, totals: { ...c.totals, netCents: 1 } })],
	['BR-CO-15', (c) => ({ ...c, totals: { ...c.totals, grossCents: 1 } })],
	['BR-CO-17', (c) => ({ ...c, totals: { ...c.totals, taxCents: 1 } })],
	['BR-CO-25', (c) => ({ ...c, dueOn: null })],
	['BR-16', (c) => ({ ...c, lines: [] })],
	['BR-22', (c) => ({ ...c, lines: [{ text: 'x', quantity: 0, unitCents: 1 }] })],
	['BR-27', (c) => ({ ...c, lines: [{ text: 'x', quantity: 1, unitCents: -1 }] })],
	['BR-55', (c) => ({ ...c, kind: 'cancellation' })],
	[
		'positive',
		(c) => someInvoice({ ...c, lines: [{ text: 'x', quantity: 1, unitCents: 0 }], totals: { netCents: 0, taxCents: 0, grossCents: 0 } })
	]
];
test.for(broken)('%s is noticed, with a sentence', ([rule, spoil]) => {
	expect(findingsIn(spoil(someInvoice()))).toContainEqual(
		expect.objectContaining({ rule, message: expect.stringMatching(/^[A-ZÄÖÜ].+\.$/) })
	);
});
