"""English names, as they write them themselves, of the authorities that issue notices."""

ENGLISH_NAMES = {
    "国家知识产权局": "China National Intellectual Property Administration",
    "农业农村部": "Ministry of Agriculture and Rural Affairs",
    "中华人民共和国农业农村部": "Ministry of Agriculture and Rural Affairs",
    "国家质量监督检验检疫总局": (
        "General Administration of Quality Supervision, Inspection and Quarantine"
    ),
}
