/** Sends a table or a document as the file that was asked for. */
import type { Readable } from 'node:stream'
import type { Language } from '@somay/shared/text/words.ts'
import type { FastifyReply } from 'fastify'
import Type from 'typebox'
import { CSV_TYPE, csvOf } from '../export/csv.ts'
import { DOCX_TYPE, docxOf } from '../export/docx.ts'
import type { Letter } from '../export/letter.ts'
import type { Table } from '../export/table.ts'
import { XLSX_TYPE, xlsxOf } from '../export/xlsx.ts'

export type FileFormat = 'csv' | 'xlsx'

/** What the address of a table asks besides what its page asks; the language is the browser's unless it is given. */
export const TABLE_FILE = { format: Type.Enum(['csv', 'xlsx']), language: Type.Optional(Type.Enum(['vi', 'en'])) }
export type TableFile = { readonly format: FileFormat; readonly language?: Language }

/** The same where there is a document too. */
export const ANY_FILE = { ...TABLE_FILE, format: Type.Enum(['csv', 'xlsx', 'docx']) }
export type AnyFile = { readonly format: FileFormat | 'docx'; readonly language?: Language }

/** `name` without its ending. */
export function sendTable(reply: FastifyReply, table: Table, name: string, format: FileFormat): FastifyReply {
  return sendFile(reply, format === 'csv' ? csvOf(table) : xlsxOf(table), name, format)
}

/** A file that is made already. */
export function sendFile(reply: FastifyReply, content: Readable, name: string, format: FileFormat): FastifyReply {
  reply.header('content-disposition', `attachment; filename="${name}.${format}"`)
  return reply.type(format === 'csv' ? CSV_TYPE : XLSX_TYPE).send(content)
}

export async function sendLetter(reply: FastifyReply, letter: Letter, name: string): Promise<FastifyReply> {
  reply.header('content-disposition', `attachment; filename="${name}.docx"`)
  return reply.type(DOCX_TYPE).send(await docxOf(letter))
}
