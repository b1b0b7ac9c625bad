import { totalsOf, type InvoiceContent, type Issuer } from './invoice.ts';

/** An invented network that invoices an invented address, for tests and the demo. The IBAN is one of the published test numbers. */
export const someIssuer: Issuer = {
	name: 'Helle Orte e. V.',
	street: 'Marktplatz 1',
	postalCode: '16278',
	city: 'Angermünde',
	taxMode: 'small_business',
	taxRate: 19,
	taxSentence: '',
	taxNumber: '062/123/45678',
	vatId: null,
	registration: 'VR 1234, Amtsgericht Neuruppin',
	iban: 'DE02120300000000202051',
	bic: 'BYLADEM1001',
	bank: 'Musterbank',
	contactName: 'Oskar Behrens',
	phone: '03331 123456',
	email: 'oskar@netzwerkbuero.example',
	paymentDays: 30,
	prefix: 'HO'
};

export function someInvoice(over: Partial<InvoiceContent> = {}): InvoiceContent {
	const lines = over.lines ?? [{ text: 'Aufnahmebeitrag, einmalig', quantity: 1, unitCents: 10_000 }];
	const issuer = over.issuer ?? someIssuer;
	return {
		kind: 'invoice',
		number: 'HO-2026-0001',
		issuedOn: '2026-11-22',
		dueOn: '2026-12-22',
		suppliedOn: '2026-11-22',
		network: { name: 'Helle Orte', slug: 'helle-orte', tagline: 'Häuser wieder anmachen', accent: '#8a4b08' },
		buyer: {
			name: 'Stadt Herzberg (Elster)',
			department: 'Kämmerei',
			street: 'Markt 1',
			postalCode: '04916',
			city: 'Herzberg (Elster)',
			reference: null,
			orderNumber: null,
			email: 'kasse@herzberg.example'
		},
		totals: totalsOf(lines, issuer),
		...over,
		issuer,
		lines
	};
}
