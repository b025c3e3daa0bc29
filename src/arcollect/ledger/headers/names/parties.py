"""Who: the names that spreadsheets give to companies, customers and people."""

from __future__ import annotations

from arcollect.ledger.headers.names.field import ALL, Field

PEOPLE = "customers contacts"

PARTIES: tuple[Field, ...] = (
    Field(
        "company",
        ALL,
        zh=(
            "我方公司 公司主体 所属公司 本公司 我方主体 核算主体 结算组织 销售组织 "
            "法人主体 账套 账套名称 公司 主体 公司代码 债权单位 乙方单位 接单据点 "
            "FSettleOrgName FSaleOrgName FSETTLEORGID"
        ),
        en=(
            "Own company, Our company, Company, Legal Entity, Entity, Company Code, "
            "Business Unit, Subsidiary, BUKRS, business_code, Entity2"
        ),
        conflicts="客户 对方 购",
    ),
    Field(
        "customer_code",
        ALL,
        zh=(
            "客户编码 客户代码 客户编号 客户号 往来单位编码 往来单位代码 客商编码 "
            "客商代码 客户ID FContactUnitNumber FCustomerID.FNumber cCusCode cDwCode"
        ),
        en=(
            "Customer Code, Customer ID, Customer No., Customer Number, Client ID, "
            "Client Code, Customer Account, Cust., Cust No, Cust #, Customer #, "
            "Contact Account Number, Account Number, "
            "Account, Business Partner, BP, KUNNR, cust_number, strCustomerNumber, "
            "GlobalCustomer"
        ),
        conflicts="税 识别号 订单 银行 tax vat bank order",
    ),
    Field(
        "customer",
        ALL,
        zh=(
            "客户名称 客户全称 往来单位名称 客商名称 购买方名称 购方名称 买方名称 "
            "客户单位名称 客户单位 往来单位 欠款单位 欠款客户 债务人 债务单位 客商 "
            "购买方 购方 买方 购货单位 付款单位名称 业务伙伴名称 业务伙伴 合作伙伴 "
            "对方单位 甲方单位 甲方 建设单位 委托方 挂账单位 协议单位 签约方 "
            "客户姓名 用户名称 客户描述 客户简称 信保客户 欠款单位名称 欠款人 欠款方 应收客户 "
            "应收单位 对方名称 对方公司 客户公司 客户公司名称 购货方 购货单位名称 收货单位 "
            "受票方 受票单位 收票单位 店名 店铺名称 门店名称 商户名称 经销商 经销商名称 "
            "代理商 厂家 厂名 厂家名称 业主 业主名称 租户 租户名称 承租人 户名 "
            "FCustomerID.FName "
            "FCONTACTUNIT FCUSTOMERID cCusName"
        ),
        en=(
            "Customer Name, Client Name, Debtor Name, Party Name, Party's Name, "
            "Account Name, Partner Name, Buyer Name, Debtor, Client, Buyer, "
            "Counterparty, Bill To, Sold To, Bill-to Name, Client Company, Customer:Job, "
            "Account Holder, Tenant, Display Name, Name 1, Name1, Messrs, "
            "Customer Full Name, Client Full Name, Customer:Project, "
            "Invoice Partner Display Name, "
            "name_customer, strCustomerName, Organization"
        ),
        conflicts=(
            "编码 代码 编号 订单 属性 类型 分类 等级 地址 电话 邮箱 税号 识别号 "
            "欠款 余额 code number type group order address phone email"
        ),
    ),
    Field(
        "customer_tax_id",
        ALL,
        zh=(
            "购方识别号 购买方纳税人识别号 购方税号 购买方税号 纳税人识别号 税号 "
            "统一社会信用代码 中国统一社会信用代码 加值税编号"
        ),
        en="VAT Number, Tax ID, Tax Number, VAT ID, Tax Registration Number",
    ),
    Field(
        "seller_tax_id",
        ALL,
        zh="销方识别号 销售方纳税人识别号 销方税号 销售方税号",
        en="Seller Tax ID, Seller VAT Number",
        used=False,
    ),
    Field(
        "seller",
        "items",
        zh="销方名称 销售方名称 销货单位 销货方名称",
        en="Seller Name, Seller",
        used=False,
    ),
    Field(
        "merge_into",
        "customers",
        zh="合并到 合并至 并入 并入客户 合并到客户 归并到",
        en="Merge into, Merged into, Merge with, Same as",
    ),
    Field(
        "customer_group",
        ALL,
        zh=("客户组 客户分类 客户等级 客户级别 会员等级 客户大类 客商类型 往来单位类型"),
        en=("Customer Group, Contact Group, Customer Class, Group Code, Party Type, Segment"),
        used=False,
    ),
    Field(
        "customer_type",
        "items customers",
        zh="客户类型 企业类型 单位性质 客户性质 企业性质 企业规模 单位类型 客户属性",
        en=("Customer Type, Debtor Type, Client Type, Company Type, Entity Type, Company Size"),
    ),
    Field(
        "industry",
        ALL,
        zh="行业 所属行业 客户行业 行业分类 行业名称",
        en="Industry, Sector, Industry Sector, Line of Business",
    ),
    Field(
        "region",
        ALL,
        zh="地区 区域 销售大区 销售区域 大区 所属地区 省份 省 城市 市 区/县",
        en=(
            "Region, Territory, Area, Sales Region, Province, State, Billing State, "
            "City, Billing City, Country, Billing Country, countryCode, Country Code"
        ),
    ),
    Field(
        "salesperson",
        ALL,
        zh=(
            "业务员 销售员 销售人员 销售代表 业务人员 业务经理 客户经理 销售经理 "
            "清收责任人 催收责任人 跟进人 责任人 负责人 归属人 项目负责人 经办人 "
            "主办律师 指定用户 FSalerName cPerson 业务员编码"
        ),
        en=(
            "Salesperson, Sales Person, Sales Rep, Salesman, Account Manager, Rep, "
            "Sales Representative, SalesmanName, Salesperson Code, Collector, "
            "Responsible, Person Responsible, Sales Responsible, Sales Taker, Sales Employee, "
            "billing_partner"
        ),
        conflicts="电话 编号 部门 phone",
    ),
    Field(
        "department",
        ALL,
        zh=(
            "部门 部门名称 业务部门 销售部门 归属部门 所属部门 施工部门 事业部 "
            "销售团队 业务员部门编码 利润中心 产品线 FSaleDeptName cDeptCode"
        ),
        en="Department, Dept, Division, Sales Team, Profit Center, PA/Division",
    ),
    Field(
        "contact",
        "items customers contacts",
        zh="联系人 联系人姓名 联络人 联络人姓名 客户联系人 收件人 对接人",
        en=(
            "Contact Person, Contact Name, Primary Person, Attention, Attn, "
            "billingContact, Full Name, First Name, contact_first_name"
        ),
        conflicts="电话 手机 邮箱 phone email mobile",
    ),
    Field(
        "contact_last_name",
        "contacts",
        zh="",
        en="Last Name, contact_last_name",
        used=False,
    ),
    Field(
        "role",
        "contacts",
        zh="角色 联系人角色 决策角色 联系人类型",
        en="Role, Contact Role",
    ),
    Field("title", "contacts", zh="职务 职位 头衔 岗位", en="Title, Job Title, Position"),
    Field(
        "phone",
        "items customers contacts",
        zh=(
            "电话 联系电话 手机号 手机 手机号码 移动电话 联系人手机号 电话号码 "
            "联络人电话 联系方式 客户电话 收件人号码 收件人电话 固定电话 座机"
        ),
        en=(
            "Phone, Mobile, Phone Number, Phone No, Contact Phone, Mobile No, "
            "Contact Mobile No, Cell, Tel, Telephone, telephone_1, Billing Phone, "
            "MobilePhone, strCompanyPhone"
        ),
        conflicts="invoice 发票",
    ),
    Field(
        "email",
        "items customers contacts",
        zh=("邮箱 电子邮箱 邮件 电子邮件 电邮 联系人电邮 联络人电子邮件 邮箱地址 默认收件邮箱"),
        en=("Email, E-mail, Email Address, Email Id, Contact Email, EmailID, EmailRecipient"),
    ),
    Field(
        "address",
        "items customers contacts",
        zh="收件地址 邮寄地址 收件人地址 通讯地址 联系地址 地址 客户地址 注册地址",
        en=(
            "Mailing Address, Address, Postal Address, Billing Address, "
            "Billing Street, Street, strCustomerAddress"
        ),
    ),
    Field(
        "language",
        PEOPLE,
        zh="语言 函件语言 语种",
        en="Language, Letter language, Lang",
    ),
    Field(
        "channel",
        "customers",
        zh="送达方式 发送方式 送达渠道 渠道 催收渠道",
        en="Channel, Delivery channel, Preferred channel",
    ),
    Field(
        "flags",
        "customers",
        zh="风险标记 客户标记 风险标签 特别标记 标记 客户标签 风险信号",
        en="Flags, Risk flags, Tags, Risk signals",
    ),
    Field(
        "last_letter_level",
        "items customers",
        zh="已发函级别 已发函件级别 上次发函级别 催款级别 催款等级",
        en=("Last letter level, Letter level sent, Dunning Level, Follow-up Level, MAHNS, MANST"),
    ),
    Field(
        "last_letter_date",
        "items customers",
        zh="已发函日期 上次发函日期 最近发函日期 上次发函时间",
        en=("Last letter date, Letter sent on, Date of Last Dunning Notice, last_dunned, MADAT"),
    ),
    Field(
        "last_contact_date",
        "items customers",
        zh=(
            "最新催收时间 催收时间 催收日期 催收/询证日期 上次催款日期 最新的催款日期 最近联系日期"
        ),
        en="Latest Follow-up Date, Last Contact, Last Contact Date",
        used=False,
    ),
)
