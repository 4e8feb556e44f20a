/** Office PCs as they stand in Vietnamese agencies: makers, models, processors and what their boards take. Specifications are the makers' published ones. */

export type ProcessorModel = {
  readonly name: string
  readonly family: number
  readonly model: number
  readonly stepping: number
  readonly cores: number
  readonly threads: number
  readonly mhz: number
}

const cpu = (name: string, model: number, stepping: number, cores: number, threads: number, mhz: number): ProcessorModel => ({
  name,
  family: 6,
  model,
  stepping,
  cores,
  threads,
  mhz,
})

const I3_2120 = cpu('Intel(R) Core(TM) i3-2120 CPU @ 3.30GHz', 42, 7, 2, 4, 3300)
const G2030 = cpu('Intel(R) Pentium(R) CPU G2030 @ 3.00GHz', 58, 9, 2, 2, 3000)
const I3_4150 = cpu('Intel(R) Core(TM) i3-4150 CPU @ 3.50GHz', 60, 3, 2, 4, 3500)
const I5_4590 = cpu('Intel(R) Core(TM) i5-4590 CPU @ 3.30GHz', 60, 3, 4, 4, 3700)
const G4400 = cpu('Intel(R) Pentium(R) CPU G4400 @ 3.30GHz', 94, 3, 2, 2, 3300)
const I5_6500 = cpu('Intel(R) Core(TM) i5-6500 CPU @ 3.20GHz', 94, 3, 4, 4, 3600)
const I3_7100 = cpu('Intel(R) Core(TM) i3-7100 CPU @ 3.90GHz', 158, 9, 2, 4, 3900)
const I5_8250U = cpu('Intel(R) Core(TM) i5-8250U CPU @ 1.60GHz', 142, 10, 4, 8, 3400)
const I3_9100 = cpu('Intel(R) Core(TM) i3-9100 CPU @ 3.60GHz', 158, 11, 4, 4, 4200)
const I3_10100 = cpu('Intel(R) Core(TM) i3-10100 CPU @ 3.60GHz', 165, 3, 4, 8, 4300)
const I5_10400 = cpu('Intel(R) Core(TM) i5-10400 CPU @ 2.90GHz', 165, 3, 6, 12, 4300)
const I3_12100 = cpu('12th Gen Intel(R) Core(TM) i3-12100', 151, 5, 4, 8, 5500)
const I5_1235U = cpu('12th Gen Intel(R) Core(TM) i5-1235U', 154, 4, 10, 12, 4400)
const E5300 = cpu('Pentium(R) Dual-Core CPU E5300 @ 2.60GHz', 23, 10, 2, 2, 2600)

export type PcModel = {
  /** How many of a hundred PCs are of this kind. */
  readonly share: number
  readonly manufacturer: string
  readonly model: string
  readonly board: readonly [manufacturer: string, model: string]
  readonly kind: 'desktop' | 'laptop' | 'all-in-one'
  readonly processor: ProcessorModel
  readonly memoryGb: readonly number[]
  readonly memoryType: 'DDR2' | 'DDR3' | 'DDR4' | 'DDR5'
  readonly slots: number
  readonly maximumGb: number
  readonly ssdShare: number
  readonly builtIn: number
  /** Undefined where the board has no TPM header in use. */
  readonly tpm: '1.2' | '2.0' | undefined
  readonly uefi: boolean
  /** The maker left placeholders in place of names and serials. */
  readonly whiteBox?: true
}

type Rest = Omit<PcModel, 'share' | 'manufacturer' | 'model'>

const pc = (share: number, manufacturer: string, model: string, rest: Rest): PcModel => ({ share, manufacturer, model, ...rest })

const desk = (board: PcModel['board'], processor: ProcessorModel, rest: Partial<Rest>): Rest => ({
  board,
  processor,
  kind: 'desktop',
  memoryGb: [4, 4, 8],
  memoryType: 'DDR4',
  slots: 2,
  maximumGb: 32,
  ssdShare: 0.3,
  builtIn: 2017,
  tpm: undefined,
  uefi: true,
  ...rest,
})

export const PC_MODELS: readonly PcModel[] = [
  pc(
    7,
    'FPT',
    'FPT Elead S5280',
    desk(['Gigabyte Technology Co., Ltd.', 'H61M-DS2'], G2030, {
      memoryGb: [2, 4],
      memoryType: 'DDR3',
      maximumGb: 16,
      ssdShare: 0.1,
      builtIn: 2013,
      uefi: false,
    }),
  ),
  pc(8, 'FPT', 'FPT Elead M525i', desk(['ASUSTeK COMPUTER INC.', 'H110M-K'], I3_7100, { builtIn: 2017 })),
  pc(
    4,
    'CMS',
    'CMS X-Media',
    desk(['ECS', 'H81H3-M4'], I3_4150, { memoryGb: [4], memoryType: 'DDR3', maximumGb: 16, ssdShare: 0.15, builtIn: 2014 }),
  ),
  pc(
    6,
    'SingPC',
    'SingPC M19K9100',
    desk(['Gigabyte Technology Co., Ltd.', 'H310M DS2 2.0'], I3_9100, { builtIn: 2020, ssdShare: 0.8, tpm: '2.0' }),
  ),
  pc(
    9,
    'Dell Inc.',
    'OptiPlex 3020',
    desk(['Dell Inc.', '040DDP'], I3_4150, { memoryType: 'DDR3', maximumGb: 16, ssdShare: 0.2, builtIn: 2014, tpm: '1.2' }),
  ),
  pc(6, 'Dell Inc.', 'OptiPlex 3040', desk(['Dell Inc.', '0TTDMJ'], I5_6500, { builtIn: 2016, tpm: '1.2' })),
  pc(
    4,
    'Dell Inc.',
    'OptiPlex 3080',
    desk(['Dell Inc.', '0W0CHX'], I3_10100, { memoryGb: [8], maximumGb: 64, ssdShare: 0.95, builtIn: 2021, tpm: '2.0' }),
  ),
  pc(5, 'Dell Inc.', 'Vostro 3670', desk(['Dell Inc.', '0H4VK7'], I3_9100, { ssdShare: 0.4, builtIn: 2019, tpm: '2.0' })),
  pc(
    6,
    'Hewlett-Packard',
    'HP ProDesk 400 G1 SFF',
    desk(['Hewlett-Packard', '18EB'], I5_4590, { memoryType: 'DDR3', maximumGb: 16, ssdShare: 0.2, builtIn: 2014, tpm: '1.2' }),
  ),
  pc(5, 'HP', 'HP 280 G4 MT', desk(['HP', '83E0'], I3_9100, { builtIn: 2019, ssdShare: 0.5, tpm: '2.0' })),
  pc(4, 'HP', 'HP 290 G2 MT Business PC', desk(['HP', '8460'], I3_9100, { builtIn: 2019, ssdShare: 0.5, tpm: '2.0' })),
  pc(
    5,
    'LENOVO',
    'ThinkCentre M73',
    desk(['LENOVO', 'SHARKBAY'], I3_4150, { memoryType: 'DDR3', maximumGb: 16, ssdShare: 0.2, builtIn: 2014, tpm: '1.2' }),
  ),
  pc(
    4,
    'LENOVO',
    'V50s-07IMB',
    desk(['LENOVO', '3170'], I5_10400, { memoryGb: [8], maximumGb: 64, ssdShare: 0.95, builtIn: 2021, tpm: '2.0' }),
  ),
  pc(
    3,
    'Acer',
    'Veriton M2631G',
    desk(['Acer', 'Veriton M2631G'], G2030, {
      memoryGb: [2, 4],
      memoryType: 'DDR3',
      maximumGb: 16,
      ssdShare: 0.1,
      builtIn: 2013,
      uefi: false,
    }),
  ),
  pc(
    3,
    'ASUSTeK COMPUTER INC.',
    'D540MA',
    desk(['ASUSTeK COMPUTER INC.', 'D540MA'], I3_9100, { builtIn: 2019, ssdShare: 0.6, tpm: '2.0' }),
  ),
  pc(
    3,
    'ASUSTeK COMPUTER INC.',
    'ASUS ExpertCenter D500TD',
    desk(['ASUSTeK COMPUTER INC.', 'D500TD'], I3_12100, { memoryGb: [8], maximumGb: 64, ssdShare: 1, builtIn: 2023, tpm: '2.0' }),
  ),
  pc(
    5,
    'To Be Filled By O.E.M.',
    'To Be Filled By O.E.M.',
    desk(['ASRock', 'H61M-VS3'], I3_2120, {
      memoryGb: [2, 4],
      memoryType: 'DDR3',
      maximumGb: 16,
      ssdShare: 0.15,
      builtIn: 2012,
      uefi: false,
      whiteBox: true,
    }),
  ),
  pc(4, 'System manufacturer', 'System Product Name', desk(['ASUSTeK COMPUTER INC.', 'H110M-D'], G4400, { builtIn: 2016, whiteBox: true })),
  pc(
    2,
    'Gigabyte Technology Co., Ltd.',
    'G41MT-S2',
    desk(['Gigabyte Technology Co., Ltd.', 'G41MT-S2'], E5300, {
      memoryGb: [2],
      memoryType: 'DDR2',
      maximumGb: 4,
      ssdShare: 0.05,
      builtIn: 2010,
      uefi: false,
      whiteBox: true,
    }),
  ),
  pc(
    4,
    'Dell Inc.',
    'Vostro 3578',
    desk(['Dell Inc.', '0K8FNW'], I5_8250U, { kind: 'laptop', memoryGb: [4, 8], ssdShare: 0.4, builtIn: 2018, tpm: '2.0' }),
  ),
  pc(
    3,
    'HP',
    'HP ProBook 440 G9',
    desk(['HP', '89AA'], I5_1235U, { kind: 'laptop', memoryGb: [8, 16], maximumGb: 32, ssdShare: 1, builtIn: 2022, tpm: '2.0' }),
  ),
]
