"""Every number that a company may change, with the rule it comes from.

Rates are written as text ("0.05%", "15%"), amounts as text in major units of the
base currency ("100,000.00"), so that a TOML float can never blur a cent.
"""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from typing import Annotated, Literal

from pydantic import Field

from arcollect.policy.chase.incentive import IncentivePolicy
from arcollect.policy.chase.mail import MailPolicy, PdfPolicy
from arcollect.policy.chase.papers import PapersPolicy
from arcollect.policy.chase.records import RecordsPolicy
from arcollect.policy.chase.statement import StatementPolicy
from arcollect.policy.chase.worklist import WorklistPolicy
from arcollect.policy.claims.clauses import ClausePolicy, LintPolicy
from arcollect.policy.claims.fee import FeePolicy
from arcollect.policy.claims.limits import LimitPolicy
from arcollect.policy.outcome.audit import AuditPolicy
from arcollect.policy.outcome.finance import FinancePolicy
from arcollect.policy.outcome.pilot import PilotPolicy
from arcollect.policy.outcome.provision import ProvisionPolicy
from arcollect.policy.outcome.recover import RecoverPolicy
from arcollect.policy.outcome.targets import TargetPolicy
from arcollect.policy.standing.alerts import AlertPolicy
from arcollect.policy.standing.forecast import ForecastPolicy, HabitPolicy
from arcollect.policy.standing.score import ScorePolicy, SegmentPolicy
from arcollect.policy.values import (
    Amount,
    Buckets,
    Currency,
    Day,
    Days,
    Factor,
    Name,
    Part,
    Rate,
    Rule,
    Section,
    Whole,
    Zone,
)
from arcollect.workdays import Workdays, of_china, of_weekdays


class AgingPolicy(Section):
    """How lateness is sorted (账龄)."""

    buckets: Annotated[Buckets, Rule("R000-03")] = (30, 90, 180)
    basis: Annotated[Literal["due", "issue"], Rule("U-10")] = "due"
    credits: Literal["auto", "separate", "fifo", "by-reference", "net"] = "auto"
    small_difference: Annotated[Amount, Rule("U-05")] = Decimal(100)


class RatioPolicy(Section):
    """Thresholds and inputs of turnover, DSO and overdue ratio."""

    overdue_warn_above: Annotated[Rate, Rule("R000-07")] = Fraction(15, 100)
    turnover_gap: Annotated[Rate, Rule("R000-06")] = Fraction(30, 100)
    over_one_year_warn_above: Annotated[Rate, Rule("R003-57")] = Fraction(5, 100)
    dso_warn_above: Annotated[Amount, Rule("R001-27")] = Decimal(60)
    day_basis: Annotated[Literal[360, 365], Rule("X-04")] = 360
    annual_revenue: Amount | None = None
    opening_receivables: Amount | None = None
    industry_turnover: Amount | None = None
    vat_rate: Annotated[Part | None, Rule("X-35")] = None


class GradePolicy(Section):
    """Cut-offs of the grades A to D (U-13)."""

    scheme: Annotated[Literal["abcd", "abc"], Rule("R001-05")] = "abcd"
    lookback_months: Annotated[int, Field(ge=1), Rule("U-13")] = 12
    late_share_c: Annotated[Rate, Rule("U-13")] = Fraction(1, 3)
    late_count_c: Annotated[Whole, Rule("U-13")] = 3
    long_days: Annotated[Days, Rule("R000-43")] = 60
    long_count: Annotated[Whole, Rule("U-13")] = 2
    long_share: Annotated[Rate, Rule("U-13")] = Fraction(5, 100)
    middle_days: Annotated[Days, Rule("R000-42")] = 30
    watch_share: Annotated[Rate, Rule("U-13")] = Fraction(20, 100)
    ratio_min_documents: Annotated[Whole, Rule("U-13")] = 5
    rebate_above: Annotated[Amount, Rule("R000-45")] = Decimal(1_000_000)
    rebate_rate: Annotated[Part, Rule("R000-45")] = Fraction(2, 100)
    terms_a_days: Annotated[Days, Rule("R000-45")] = 60
    terms_c_days: Annotated[Days, Rule("R000-47")] = 30
    prepayment_c: Annotated[Part, Rule("R000-47")] = Fraction(30, 100)


class PoolPolicy(Section):
    """Who belongs to the focus pool (重点催收池)."""

    min_days: Annotated[Days, Rule("X-07")] = 91
    large_min_days: Annotated[Days, Rule("X-07")] = 61
    large_amount: Annotated[Amount, Rule("X-07")] = Decimal(100_000)
    share: Annotated[Part, Rule("U-14")] = Fraction(80, 100)
    max_names: Annotated[Whole, Rule("U-14")] = 30


class LetterPolicy(Section):
    """When which letter is written, and what it may say."""

    deadline_days: Annotated[int, Field(ge=1), Rule("R001-07")] = 7
    min_demand: Annotated[Amount, Rule("U-26")] = Decimal(1_000)
    pre_due_days: Annotated[Days, Rule("R003-31")] = 10
    grace_days: Annotated[Days, Rule("R003-23")] = 3
    min_days_between: Annotated[Days, Rule("X-27")] = 7
    promise_pauses_from: Annotated[Part, Rule("R000-55")] = Fraction(50, 100)
    by_segment: Annotated[bool, Rule("X-10")] = True
    paid_late: Annotated[bool, Rule("U-22")] = True
    first_letter_max: Annotated[Literal["L1", "L2", "L3"], Rule("U-20")] = "L3"
    number_prefix: Annotated[str, Rule("U-25")] = "催字"
    own_difficulty: Annotated[str, Rule("R000-13")] = ""
    will_sue: Annotated[bool, Rule("X-11")] = False
    hold_new_orders: Annotated[bool, Rule("R000-28")] = True
    copies: Annotated[int, Field(ge=1), Rule("U-25")] = 2
    language: Literal["", "zh", "en"] = ""


class Company(Section):
    """One own company: letterhead, pay-to block, signer (U-06, R001-35)."""

    name: Name
    short: str = ""
    aliases: tuple[str, ...] = ()
    name_en: str = ""
    address: str = ""
    address_en: str = ""
    phone: str = ""
    email: str = ""
    contact: str = ""
    contact_en: str = ""
    signer: str = ""
    signer_en: str = ""
    signer_title: str = ""
    signer_title_en: str = ""
    bank: str = ""
    bank_en: str = ""
    bank_account: str = ""
    account_name: str = ""
    account_name_en: str = ""
    seal: str = "公章"
    number_prefix: Annotated[str, Rule("U-25")] = ""
    is_sme: Annotated[bool, Rule("R-LAW-08")] = False


class Exclusions(Section):
    """What is listed apart: left out of grades and letters, never of totals (U-05)."""

    related_parties: tuple[str, ...] = ()
    retention_words: tuple[str, ...] = ("质保金", "质量保证金", "保证金", "retention")
    related_words: tuple[str, ...] = (
        "关联方",
        "内部往来",
        "related party",
        "intercompany",
    )


class Books(Section):
    """Files with typed-in facts, joined on every run (U-42)."""

    customers: str = ""
    contacts: str = ""
    sales: str = ""
    log: str = ""


class Policy(Section):
    """The whole policy; every default is the rule's own."""

    language: Literal["", "zh", "en"] = ""
    as_of: Annotated[Day | None, Rule("U-04")] = None
    time_zone: Annotated[Zone, Rule("D-6")] = "Asia/Shanghai"
    base_currency: Currency = "CNY"
    in_base_currency: bool = False
    law: Literal["", "prc", "other"] = ""
    default_currency: Currency = "CNY"
    default_terms: Annotated[str, Rule("U-01")] = ""
    aging: AgingPolicy = AgingPolicy.model_construct()
    ratios: RatioPolicy = RatioPolicy.model_construct()
    grade: GradePolicy = GradePolicy.model_construct()
    pool: PoolPolicy = PoolPolicy.model_construct()
    score: ScorePolicy = ScorePolicy.model_construct()
    segment: SegmentPolicy = SegmentPolicy.model_construct()
    alerts: AlertPolicy = AlertPolicy.model_construct()
    habits: HabitPolicy = HabitPolicy.model_construct()
    forecast: ForecastPolicy = ForecastPolicy.model_construct()
    fee: FeePolicy = FeePolicy.model_construct()
    clauses: ClausePolicy = ClausePolicy.model_construct()
    lint: LintPolicy = LintPolicy.model_construct()
    letters: LetterPolicy = LetterPolicy.model_construct()
    incentive: IncentivePolicy = IncentivePolicy.model_construct()
    papers: PapersPolicy = PapersPolicy.model_construct()
    statement: StatementPolicy = StatementPolicy.model_construct()
    mail: MailPolicy = MailPolicy.model_construct()
    pdf: PdfPolicy = PdfPolicy.model_construct()
    recover: RecoverPolicy = RecoverPolicy.model_construct()
    provision: ProvisionPolicy = ProvisionPolicy.model_construct()
    targets: TargetPolicy = TargetPolicy.model_construct()
    pilot: PilotPolicy = PilotPolicy.model_construct()
    finance: FinancePolicy = FinancePolicy.model_construct()
    audit: AuditPolicy = AuditPolicy.model_construct()
    records: RecordsPolicy = RecordsPolicy.model_construct()
    limits: LimitPolicy = LimitPolicy.model_construct()
    exclude: Exclusions = Exclusions.model_construct()
    worklist: WorklistPolicy = WorklistPolicy.model_construct()
    company: tuple[Company, ...] = ()
    columns: dict[str, str] = {}
    terms: dict[str, str] = {}  # SAP-like codes -> written terms
    rates: dict[Currency, Factor] = {}  # currency -> base currency units for one unit
    calendar: Annotated[Literal["", "china", "weekdays"], Rule("T-39")] = ""
    extra_workdays: Annotated[tuple[Day, ...], Rule("T-39")] = ()
    extra_holidays: Annotated[tuple[Day, ...], Rule("T-39")] = ()
    books: Books = Books.model_construct()

    @property
    def workdays(self) -> Workdays:
        """Own workdays and holidays, and the public calendar beside them (T-39)."""
        public = of_weekdays if self.calendar == "weekdays" else of_china
        return Workdays(self.extra_workdays, self.extra_holidays, public)
