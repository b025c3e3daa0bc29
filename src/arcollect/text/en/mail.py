"""Words of e-mail drafts, the list for the post, and sending."""

WORDS = {
    "mail.subject": "Our letter about your account with us ({reference})",
    "mail.no_address": (
        "{count} e-mail {count:|draft has|drafts have} no address: add it to the contacts sheet,"
        " or type it into the draft"
    ),
    "mail.no_sender_yet": (
        "{count} e-mail {count:|draft has|drafts have} no sender: fill in email under [[company]]"
        " in the policy file, or choose the sender in the draft"
    ),
    "mail.list": "Mailing list",
    "mail.list_file": "mailing-list",
    "mail.list_note": (
        "Copy the contents to the carrier's slip; after posting fill in the four columns on the"
        " right and run arcollect letters --import-sent"
    ),
    "mail.number": "Number",
    "mail.customer": "Customer",
    "mail.addressee": "Addressee",
    "mail.address": "Address",
    "mail.phone": "Phone",
    "mail.channel": "Customer wants",
    "mail.contents": "Contents",
    "mail.copies": "Copies",
    "mail.sent_on": "Sent on",
    "mail.by": "By",
    "mail.tracking": "Tracking number",
    "mail.arrived_on": "Arrived on",
    "mail.way_email": "e-mail",
    "mail.way_wechat": "WeChat",
    "mail.way_post": "post",
    "mail.by_post": "post",
    "mail.by_courier": "courier",
    "mail.by_email": "email",
    "mail.by_hand": "hand",
    "mail.contents_text": "Letter about payment ({about})",
    "mail.and_more": "{named} and others, {count} in all",
    # sending
    "mail.title": "E-mails to send",
    "mail.file": "File",
    "mail.to": "To",
    "mail.cc": "Cc",
    "mail.about": "Subject",
    "mail.what": "Result",
    "mail.would_send": "would be sent",
    "mail.was_sent": "sent",
    "mail.refused": "not sent: {why}",
    "mail.no_sender": "not sent: no sender (email under [[company]])",
    "mail.no_to": "not sent: no address",
    "mail.sent_before": "not sent: the register has it as sent already",
    "mail.offer_over": "not sent: what the letter holds out has ended, write it again",
    "mail.was_cancelled": "not sent: this letter was cancelled",
    "mail.dated_later": "not sent: the letter bears a later date",
    "mail.not_ours": "not sent: not a draft of arcollect",
    "mail.dry": "Only a rehearsal: nothing was sent. Add --send when all is right",
    "mail.confirm": "Really send {count} {count:|e-mail|e-mails}?",
    "mail.needs_yes": "Nobody can be asked here: add --yes to confirm",
    "mail.none": "There is nothing to send",
    "mail.no_host": "There is no mail server: fill in host under [mail] in the policy",
    "mail.no_host_hint": (
        'For example host = "smtp.example.com", port = 587, user = "ar@example.com"'
    ),
    "mail.no_password": "There is no password for {user}",
    "mail.no_password_hint": (
        "Put it into the environment variable ARCOLLECT_MAIL_PASSWORD, or name a file by"
        " --mail-password-file"
    ),
    "mail.no_server": "The mail server {host}:{port} does not take our mail: {why}",
    "mail.no_server_hint": "Check host, port, security, user and password under [mail]",
    "mail.unreadable": "{path} cannot be read",
    "mail.unreadable_hint": "Name .eml files that letters --as eml wrote, or their folder",
    "mail.sent_count": (
        "{count} {count:|e-mail was|e-mails were} sent and noted as sent in the register"
    ),
}
