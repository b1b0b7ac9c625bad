/** Bank statements as German banks send them, written for tests and the demo. */
export type Movement = {
	amount: string;
	name?: string;
	purpose?: string;
	on?: string;
	reference?: string;
	direction?: 'CRDT' | 'DBIT';
	status?: string;
	structured?: string;
	endToEnd?: string;
};
type Version = '02' | '08';

const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');

function details({ name, purpose, structured, endToEnd = 'NOTPROVIDED', direction = 'CRDT' }: Movement, version: Version): string {
	const who = direction === 'CRDT' ? 'Dbtr' : 'Cdtr';
	const named = name ? `<Nm>${escaped(name)}</Nm>` : '';
	const party = name ? `<RltdPties><${who}>${version === '02' ? named : `<Pty>${named}</Pty>`}</${who}></RltdPties>` : '';
	/** Banks break the purpose into lines of 27 to 35 signs, wherever that is. */
	const lines = (purpose ?? '').match(/.{1,27}/gs)?.map((line) => `<Ustrd>${escaped(line)}</Ustrd>`) ?? [];
	const strd = structured ? `<Strd><CdtrRefInf><Ref>${structured}</Ref></CdtrRefInf></Strd>` : '';
	return `<NtryDtls><TxDtls><Refs><EndToEndId>${endToEnd}</EndToEndId></Refs>${party}<RmtInf>${lines.join('')}${strd}</RmtInf></TxDtls></NtryDtls>`;
}

function entry(movement: Movement, version: Version): string {
	const { amount, on = '2026-11-20', reference, direction = 'CRDT', status = 'BOOK' } = movement;
	const sts = version === '02' ? `<Sts>${status}</Sts>` : `<Sts><Cd>${status}</Cd></Sts>`;
	const ref = reference ? `<AcctSvcrRef>${reference}</AcctSvcrRef>` : '';
	const booked = version === '02' ? `<BookgDt><Dt>${on}</Dt></BookgDt>` : `<BookgDt><DtTm>${on}T08:30:00+01:00</DtTm></BookgDt>`;
	return `<Ntry><Amt Ccy="EUR">${amount}</Amt><CdtDbtInd>${direction}</CdtDbtInd>${sts}${booked}${ref}${details(movement, version)}</Ntry>`;
}

/** A CAMT.053 file. `iban`: the account it is of. */
export const camtFile = (
	movements: Movement[],
	{ version = '08' as Version, iban = 'DE02120300000000202051', prefix = '' } = {}
): string => {
	const body =
		`<Document xmlns="urn:iso:std:iso:20022:tech:xsd:camt.053.001.${version}"><BkToCstmrStmt><GrpHdr><MsgId>M1</MsgId></GrpHdr><Stmt><Id>S1</Id>` +
		`<Acct><Id><IBAN>${iban}</IBAN></Id></Acct>${movements.map((movement) => entry(movement, version)).join('')}</Stmt></BkToCstmrStmt></Document>`;
	const named = prefix ? body.replace(/<(\/?)(\w)/g, `<$1${prefix}:$2`).replace('xmlns=', `xmlns:${prefix}=`) : body;
	return `<?xml version="1.0" encoding="UTF-8"?>\n${named}`;
};
